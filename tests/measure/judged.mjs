/**
 * What `duijie eval` says of the sample city.
 * @module
 */
import { timed } from './scratch-clone.mjs';

/** What is asked of each figure; traps are to be few. */
const wanted = {
  matching: { 'ndcg@10': 0.93, 'recall@10': 0.96, 'p@1': 0.95, 'trap@10': 0.15 },
  textOnly: { 'ndcg@10': 0.91, componentF1: 0.85 },
  search: { 'ndcg@10': 0.9, 'recall@10': 0.92, 'p@1': 0.9 },
};

/** @param {string} folder @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureJudged(folder) {
  const command = 'npx duijie eval --data data/sample-city --json';
  const run = await timed(folder, 'npx', ['duijie', 'eval', '--data', 'data/sample-city', '--json']);
  if (run.code !== 0) throw new Error(`eval ended with ${run.code}:\n${run.output.slice(-3000)}`);
  const figures = JSON.parse(run.output.trim().split('\n').at(-1) ?? '{}');
  return Object.entries(figures).flatMap(([part, values]) =>
    Object.entries(values)
      .filter(([name]) => name !== 'needs')
      .map(([name, value]) => {
        const asked = wanted[part]?.[name];
        const sign = name.startsWith('trap') ? '≤' : '≥';
        return {
          what: `${part} ${name}`,
          value: value === null ? '–' : String(value),
          reference: asked === undefined ? '' : `${sign} ${asked}`,
          ratio: asked === undefined ? undefined : value / asked,
          command,
        };
      }),
  );
}
