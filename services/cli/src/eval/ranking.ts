import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../repository-root';

/** One line of a ranking: what was asked, what was answered, how high. */
export interface Ranked {
  readonly query: string;
  readonly item: string;
  readonly score: number;
}
/** Figures of `tests/eval/evaluate.mjs`, e.g. `ndcg@10`. */
export type Figures = Readonly<Record<string, number | null>>;

const run = promisify(execFile);

/** Writes a ranking as `query \t item \t score`, best first within a query. */
export function writeRanking(path: string, ranking: readonly Ranked[]): void {
  writeFileSync(path, ranking.map((r) => `${r.query}\t${r.item}\t${r.score}\n`).join(''));
}

/** Has evaluate.mjs judge a ranking. @param qrelsFile judgements or queries @param rankingFile as `writeRanking` left it */
export async function judge(qrelsFile: string, rankingFile: string): Promise<Figures> {
  const { stdout } = await run(process.execPath, [
    join(repositoryRoot, 'tests/eval/evaluate.mjs'),
    qrelsFile,
    rankingFile,
    '--json',
  ]);
  return JSON.parse(stdout) as Figures;
}
