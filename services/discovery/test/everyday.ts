import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { sampleCity } from './sample-city';

/**
 * Words of everyday, with slips and pinyin, and the leaves that they mean: written down before anybody looked at how the
 * phrases read them. What is of such a leaf is taken to be relevant.
 */
const everyday = readFileSync(join(__dirname, 'everyday-queries.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [q = '', leaves = ''] = line.split('\t');
    return { q, leaves: leaves.split(',') };
  });
const discount = (place: number): number => 1 / Math.log2(place + 2);

/**
 * Asks for packages by words of everyday. @param find keys of the first ten packages
 * @returns mean ndcg@10 and share of queries whose first result fits
 */
export async function judgeEveryday(
  find: (q: string) => Promise<readonly string[]>,
  city: ReturnType<typeof sampleCity>,
): Promise<{ queries: number; 'ndcg@10': number; 'p@1': number }> {
  const codesOf = new Map(city.packages.map(({ id, categories }) => [id, categories]));
  let gain = 0;
  let first = 0;
  for (const { q, leaves } of everyday) {
    const fits = (id: string): boolean => leaves.some((leaf) => codesOf.get(id)?.includes(leaf));
    const found = await find(q);
    const ideal = [...codesOf.keys()].filter(fits).slice(0, 10);
    const best = ideal.reduce((sum, _, place) => sum + discount(place), 0);
    gain += found.reduce((sum, id, place) => sum + (fits(id) ? discount(place) : 0), 0) / best;
    if (found[0] !== undefined && fits(found[0])) first += 1;
  }
  const round = (figure: number): number => Math.round((figure / everyday.length) * 10_000) / 10_000;
  return { queries: everyday.length, 'ndcg@10': round(gain), 'p@1': round(first) };
}
