import { fold } from './fold';
import type { LeafWord, Vocabulary } from './vocabulary';

const most = 3;
/** Shares of a query's characters that a word must hold, and of a word's that the query must. */
const leastShare = 0.5;

/**
 * Leaves whose words share most characters with a query that found nothing: what the writer may have meant.
 * @returns nearest first; empty when nothing is near
 */
export function nearestLeaves(query: string, { taxonomy, leafOf }: Vocabulary): LeafWord[] {
  const asked = new Set(fold(query).match(/\p{Script=Han}/gu));
  if (asked.size < 2) return [];
  const nearness = new Map<string, number>();
  for (const [word, concepts] of taxonomy.conceptsOf) {
    const own = new Set(word);
    let shared = 0;
    for (const character of own) if (asked.has(character)) shared += 1;
    if (shared < 2 || shared < leastShare * own.size || shared < leastShare * Math.min(asked.size, 4)) continue;
    const near = shared / own.size + shared / asked.size;
    for (const concept of concepts)
      for (const { leaf } of taxonomy.concepts[concept]?.leaves ?? []) {
        const code = taxonomy.codes[leaf] ?? '';
        nearness.set(code, Math.max(nearness.get(code) ?? 0, near));
      }
  }
  return [...nearness]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([code]) => leafOf.get(code) ?? [])
    .slice(0, most);
}
