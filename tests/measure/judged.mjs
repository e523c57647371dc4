/**
 * What `duijie eval` says of the sample city.
 * @module
 */
import { timed } from './scratch-clone.mjs';

const wanted = {
  matching: { 'ndcg@10': [0.85, 0.8605], 'trap@10': [0.4, 0.33] },
  textOnly: { 'ndcg@10': [0.83, 0.8557] },
  search: { 'ndcg@10': [0.76, 0.76] },
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
        const [least, reference] = wanted[part]?.[name] ?? [];
        const sign = name.startsWith('trap') ? '≤' : '≥';
        return {
          what: `${part} ${name}`,
          value: value === null ? '–' : String(value),
          reference: least === undefined ? '' : `${sign} ${least} (simple reference ${reference})`,
          ratio: reference === undefined ? undefined : value / reference,
          command,
        };
      }),
  );
}
