/**
 * What is asked: words of the taxonomy and of places, alone and together, with slips, filters and orders.
 * @module
 */
import { createRequire } from 'node:module';

const { defaultPhrases } = createRequire(import.meta.url)('@duijie/match-engine');
const words = [...new Set(defaultPhrases.flatMap(({ strong }) => strong.flatMap((entry) => entry.split('|'))))].filter(
  (word) => /^\p{Script=Han}{2,6}$/u.test(word),
);
const districts = ['锦江区', '武侯区', '高新区', '成华区', '金牛区', '青羊区', '天府新区', '龙泉驿区', '双流区'];
const groups = ['governance', 'owners', 'property', 'facility', 'livelihood', 'making'];

/** @param {() => number} random @param {number} count of each kind @returns {Record<string, string[]>} queries by kind */
export function questionsOf(random, count) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const many = (make) =>
    Array.from({ length: count }, () => new URLSearchParams({ limit: '20', ...make() }).toString());
  const slip = (word) => {
    const at = Math.floor(random() * (word.length - 1));
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  };
  const long = words.filter((word) => word.length >= 4);
  return {
    'one word': many(() => ({ q: pick(words) })),
    'three words': many(() => ({ q: `${pick(words)} ${pick(words)} ${pick(words)}` })),
    'a slip': many(() => ({ q: slip(pick(long)) })),
    'filters, facets, order': many(() => ({
      q: pick(words),
      kind: 'package',
      district: pick(districts),
      group: pick(groups),
      sort: 'rating',
    })),
    'a place': many(() => ({ q: `${pick(districts).replace(/新?区$/u, '')}${pick(words)}` })),
  };
}
