/**
 * Understanding and matching on the sample city: figures against their gates, weights chosen over folds of needs, and what
 * each part of the score brings.
 * @module
 */
import { timed } from './scratch-clone.mjs';

const set = ['data/sample-city', 'data/taxonomy.json'];
const gates = {
  matching: { 'ndcg@10': 0.93, 'p@1': 0.95, 'recall@10': 0.96, 'trap@10': 0.15 },
  textOnly: { 'ndcg@10': 0.91 },
  components: { f1: 0.85 },
};

async function told(folder, script) {
  const run = await timed(folder, 'node', [`packages/match-engine/test/${script}`, ...set]);
  if (run.code !== 0) throw new Error(`${script} ended with ${run.code}:\n${run.output.slice(-3000)}`);
  return run.output;
}

/** @param {string} folder @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureMatching(folder) {
  const built = await timed(folder, 'npx', ['turbo', 'run', 'build', '--filter=@duijie/match-engine']);
  if (built.code !== 0) throw new Error(`the engine could not be built:\n${built.output.slice(-3000)}`);
  const judged = `node packages/match-engine/test/run-judged-set.mjs ${set.join(' ')}`;
  const crossed = `node packages/match-engine/test/cross-validate.mjs ${set.join(' ')}`;
  const figures = [...(await told(folder, 'run-judged-set.mjs')).matchAll(/^(\w+) (\{.*\})$/gm)].flatMap(
    ([, part = '', json = '{}']) =>
      Object.entries(JSON.parse(json))
        .filter(([name]) => name !== 'needs')
        .map(([name, value]) => {
          const gate = gates[part]?.[name];
          return {
            what: `${part} ${name}`,
            value: value === null ? '–' : Number(value).toFixed(4),
            reference: gate === undefined ? '' : `${name.startsWith('trap') ? '≤' : '≥'} ${gate}`,
            ...(gate === undefined ? {} : { ratio: value / gate }),
            command: judged,
          };
        }),
  );
  const lines = [
    ...(await told(folder, 'cross-validate.mjs')).matchAll(
      /^(.+?) +given ([\d.]+) trap ([\d.]+) \| text ([\d.]+) trap ([\d.]+)$/gm,
    ),
  ].map(([, what = '', given, trap, text, textTrap]) => ({
    what: `${what}: ndcg@10 given (trap) / text only (trap)`,
    value: `${given} (${trap}) / ${text} (${textTrap})`,
    reference: '',
    command: crossed,
  }));
  return [...figures, ...lines];
}
