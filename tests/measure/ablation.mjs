/**
 * What each step of understanding brings to search, on the judged queries and on words of everyday.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './scratch-clone.mjs';

const command = 'DUIJIE_ABLATION=FILE npm test -- services/discovery/test/ablation';

/** @param {string} folder @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureAblation(folder) {
  const file = join(folder, 'ablation.jsonl');
  const run = await timed(folder, 'npm', ['test', '--', 'services/discovery/test/ablation'], { DUIJIE_ABLATION: file });
  if (run.code !== 0) throw new Error(`the ablation ended with ${run.code}:\n${run.output.slice(-3000)}`);
  const steps = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
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
