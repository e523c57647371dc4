/**
 * What each step of understanding brings to search, on the judged queries and on words of everyday.
 * @module
 */
import { readFileSync } from 'node:fs';
import { timed } from './scratch-clone.mjs';

/** Wants the parts of `node infra/local/parts/dev.mjs up`. */
const command = 'DUIJIE_ABLATION=1 npx jest -c services/discovery/jest.config.cjs ablation';

/** @param {string} folder @param {string} [told] a file with what the test has printed already @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureAblation(folder, told) {
  let output = told === undefined ? '' : readFileSync(told, 'utf8');
  if (told === undefined) {
    const run = await timed(folder, 'npm', ['test', '--', 'services/discovery/test/ablation'], {
      DUIJIE_ABLATION: '1',
    });
    if (run.code !== 0) throw new Error(`the ablation ended with ${run.code}:\n${run.output.slice(-3000)}`);
    ({ output } = run);
  }
  const steps = [...output.matchAll(/^ABLATION (.*)$/gm)].map(([, step]) => JSON.parse(step ?? ''));
  if (steps.length === 0) throw new Error(`the ablation told nothing:\n${output.slice(-3000)}`);
  const last = steps.at(-1);
  return steps.flatMap(({ step, dev, everyday }) => [
    {
      what: `dev, ${step}: ndcg@10 (p@1)`,
      value: `${dev['ndcg@10']} (${dev['p@1']})`,
      reference: step === last.step ? '≥ 0.9 (0.9)' : '',
      ...(step === last.step ? { ratio: dev['ndcg@10'] / 0.9 } : {}),
      command,
    },
    {
      what: `${everyday.queries} everyday queries, ${step}: ndcg@10 (p@1)`,
      value: `${everyday['ndcg@10']} (${everyday['p@1']})`,
      reference: '',
      command,
    },
  ]);
}
