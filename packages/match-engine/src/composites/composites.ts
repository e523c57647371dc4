import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import { describedNeed } from '../ranking/described-need';
import type { DescribedNeed } from '../ranking/prepared-need';
import type { RankOptions } from '../ranking/rank-options';
import { defaultWeights } from '../scoring/default-weights';
import { BEST_SCORE } from '../scoring/score-row';
import { type Candidate, candidatesFor } from './candidate';
import { type Composite, type Composites, SET_PARTS } from './composite';
import { mostOfSet, scoreSet, type SetScore } from './score-set';

const MOST_MEMBERS = 4;
/** Sets looked at before the search is broken off. */
const MOST_STEPS = 200_000;

/** How sets are sought. */
export interface CompositeOptions extends Pick<RankOptions, 'asOfDay' | 'weights'> {
  /** Most sets wanted. */
  readonly k: number;
  /** Group of a provider: a firm, the organisations that it founded and its volunteers; left out = each its own. */
  readonly groupOf?: (providerId: string) => string;
  /** Packages not to be suggested, e.g. dismissed ones. */
  readonly without?: ReadonlySet<string>;
  /** Sets looked at before the search is broken off. */
  readonly mostSteps?: number;
}

interface Found extends SetScore {
  readonly members: readonly Candidate[];
  readonly key: string;
}

/**
 * Finds the best sets of one to four packages for a need with several components. In each set every member brings a
 * component that no other does. Exact as long as the search is not broken off, which is said.
 *
 * @param columns the index @param need the need @param options how many sets, and how they are sought
 * @returns the sets, best first, ties by their packages' ids
 * @see Land & Doig, "An automatic method of solving discrete programming problems", Econometrica 28(3), 1960
 */
export function composites(columns: PackageColumns, need: EngineNeed, options: CompositeOptions): Composites {
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  const candidates = candidatesFor(prepared, columns, weights, options.groupOf ?? ((id) => id)).filter(
    ({ row }) => !options.without?.has(columns.packages[row]!.id),
  );
  const best = [...prepared.components].map((_, c) => candidates.find(({ brings }) => (brings >> c) & 1)?.score ?? -1);
  const count = prepared.components.length;
  const found = new Map<string, Found>();
  let worst = -1;
  let steps = options.mostSteps ?? MOST_STEPS;
  let bound = 0;

  const keep = (members: readonly Candidate[]): void => {
    if (members.length === 0 || !members.every((member) => hasOwn(member, members))) return;
    const key = members
      .map(({ row }) => columns.packages[row]!.id)
      .toSorted()
      .join(' ');
    if (found.has(key)) return;
    found.set(key, { members, key, ...scoreSet(prepared, members) });
    if (found.size <= options.k) return;
    const ordered = [...found.values()].toSorted(inOrder);
    found.delete(ordered.at(-1)!.key);
    worst = ordered.at(-2)!.score;
  };
  /** Decides who brings component c: somebody chosen already, a new member, or nobody. */
  const decide = (c: number, members: readonly Candidate[], givenUp: number): void => {
    const open = ((1 << count) - 1) & ~givenUp;
    const most = Math.min(BEST_SCORE, mostOfSet(prepared, members, c < count ? open : 0, best));
    if (most < worst) return;
    if (steps <= 0) {
      bound = Math.max(bound, most);
      return;
    }
    steps--;
    if (c === count) return keep(members);
    if (members.some(({ brings }) => (brings >> c) & 1)) return decide(c + 1, members, givenUp);
    if (members.length < MOST_MEMBERS)
      for (const candidate of candidates)
        if ((candidate.brings >> c) & 1 && (candidate.brings & givenUp) === 0)
          decide(c + 1, [...members, candidate], givenUp);
    decide(c + 1, members, givenUp | (1 << c));
  };
  decide(0, [], 0);
  const sets = [...found.values()].toSorted(inOrder).slice(0, Math.max(0, options.k));
  return { sets: sets.map((set) => described(columns, prepared, set)), proven: steps > 0, bound };
}

const inOrder = (a: Found, b: Found): number => b.score - a.score || (a.key < b.key ? -1 : 1);

/** Whether a member brings something that no other does. */
const hasOwn = (member: Candidate, members: readonly Candidate[]): boolean =>
  (member.brings & ~members.reduce((bits, other) => (other === member ? bits : bits | other.brings), 0)) !== 0;

function described(columns: PackageColumns, need: DescribedNeed, { members, parts, score }: Found): Composite {
  const codesOf = (bits: number): string[] =>
    [...need.components].flatMap((leaf, c) => ((bits >> c) & 1 ? [columns.taxonomy.codes[leaf]!] : []));
  const brought = members.reduce((bits, { brings }) => bits | brings, 0);
  const cost = members.reduce((sum, { costFen }) => sum + costFen, 0);
  const contributions: { part: Composite['contributions'][number]['part']; points: number }[] = SET_PARTS.map(
    (part) => ({ part, points: parts[part] }),
  ).filter(({ points }) => points !== 0);
  const rest = score - contributions.reduce((sum, { points }) => sum + points, 0);
  if (rest !== 0) contributions.push({ part: 'bounds', points: rest });
  return {
    members: members.map(({ row, brings, score: own }) => ({
      packageId: columns.packages[row]!.id,
      providerId: columns.packages[row]!.providerId,
      components: codesOf(brings),
      score: own,
    })),
    missing: codesOf(~brought),
    costFen: cost > 0 ? cost : null,
    oneGroup: parts.one_group > 0,
    score,
    contributions,
  };
}
