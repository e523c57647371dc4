import type { NeedTriage } from '@duijie/contracts';
import { distanceKm } from '@duijie/domain-kit';
import { leavesOf, type Need } from '../need';

export type Likeness = Pick<NeedTriage['duplicates'][number], 'likeness' | 'because' | 'distanceM'>;
type Compared = Pick<Need, 'organisationId' | 'title' | 'description' | 'place' | 'categories' | 'components'>;

/** Points for each ground; they sum to 100. */
const points = { poster: 20, place: 25, leaves: 25, words: 30 } as const;
/** From this share of common pairs on, two texts are told to have words in common. */
const alikeWords = 0.25;

/** Pairs of neighbouring characters, which is how Chinese text is compared without a dictionary. */
function pairsOf(text: string): Set<string> {
  const letters = [...text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`));
}

/** @returns share of what both have, 0–1 (Sørensen–Dice) @see Dice, Ecology 26 (1945) 297 */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((each) => b.has(each)).length;
  return (2 * both) / (a.size + b.size);
}

function placeOf(
  a: Need['place'],
  b: Need['place'],
): readonly ['same_compound' | 'same_community' | 'same_subdistrict', number] | null {
  const same = (key: 'compoundId' | 'compound' | 'community' | 'subdistrict'): boolean =>
    a[key] !== null && a[key] === b[key];
  if (same('compoundId') || (same('compound') && same('community'))) return ['same_compound', 1];
  if (a.district !== b.district || !same('subdistrict')) return null;
  return same('community') ? ['same_community', 0.6] : ['same_subdistrict', 0.2];
}

/** How likely two needs are the same, and by what. Pure. */
export function likenessOf(need: Compared, other: Compared): Likeness {
  const place = placeOf(need.place, other.place);
  const leaves = shared(new Set(leavesOf(need)), new Set(leavesOf(other)));
  const words = Math.max(
    shared(pairsOf(need.title), pairsOf(other.title)),
    shared(pairsOf(need.description), pairsOf(other.description)),
  );
  const poster = need.organisationId === other.organisationId;
  const sum =
    (poster ? points.poster : 0) + points.place * (place?.[1] ?? 0) + points.leaves * leaves + points.words * words;
  const [a, b] = [need.place, other.place];
  const far =
    a.lng !== null && a.lat !== null && b.lng !== null && b.lat !== null
      ? Math.round(distanceKm({ lng: a.lng, lat: a.lat }, { lng: b.lng, lat: b.lat }) * 1000)
      : null;
  return {
    likeness: Math.round(sum),
    because: [
      ...(poster ? (['same_poster'] as const) : []),
      ...(place ? [place[0]] : []),
      ...(leaves > 0 ? (['leaves'] as const) : []),
      ...(words >= alikeWords ? (['words'] as const) : []),
    ],
    distanceM: far,
  };
}
