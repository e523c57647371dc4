import type { SearchAnswer } from '@duijie/contracts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { queriesFile, sampleQueries } from './sample-city';

export interface Judgement {
  readonly 'ndcg@10': number;
  readonly 'recall@10': number;
  readonly mrr: number;
  readonly 'p@1': number;
}

/**
 * Asks the judged queries of the sample city of a running search and scores the rankings.
 * @param search asks the route @param ids the sample's id → the id in the running system
 */
export async function judgeQueries(
  search: (query: string) => Promise<SearchAnswer>,
  ids: ReadonlyMap<string, string>,
): Promise<{ figures: Judgement; slow: number; answers: ReadonlyMap<string, SearchAnswer> }> {
  const externalOf = new Map([...ids].map(([external, own]) => [own, external]));
  const answers = new Map<string, SearchAnswer>();
  const rows: string[] = [];
  const tookMs: number[] = [];
  for (const { id, q, kind } of sampleQueries()) {
    const answer = await search(`q=${encodeURIComponent(q)}&kind=${kind}&limit=10`);
    answers.set(id, answer);
    tookMs.push(answer.tookMs);
    answer.items.forEach((item, i) => rows.push(`${id}\t${externalOf.get(item.id) ?? item.id}\t${100 - i}`));
  }
  const run = join(mkdtempSync(join(tmpdir(), 'duijie-judge-')), 'run.tsv');
  writeFileSync(run, rows.join('\n'));
  const evaluate = resolve(__dirname, '../../../tests/eval/evaluate.mjs');
  const printed = execFileSync(process.execPath, [evaluate, queriesFile, run, '--json'], { encoding: 'utf8' });
  return {
    figures: JSON.parse(printed) as Judgement,
    slow: tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * 0.95)] ?? 0,
    answers,
  };
}
