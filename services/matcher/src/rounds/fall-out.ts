import type { NeedBody, PairProgress } from '@duijie/contracts';
import type { Words } from '@duijie/service-kit';
import type { ConflictWall } from '../conflict-wall';
import { takesResponses } from '../need-openness';
import type { PackageFact } from './persistence/round-facts.read-model';
import { pairKey, type Pair } from './round';

/** A pair that a round chose. */
export interface ChosenPair extends Pair {
  readonly providerId: string;
  readonly score: number;
}

/** How things stand when a round is published. */
export interface WorldNow {
  readonly needs: ReadonlyMap<string, Pick<NeedBody, 'state'>>;
  readonly packages: ReadonlyMap<string, PackageFact>;
  readonly walls: ReadonlyMap<string, ConflictWall>;
  /** Pairs that somebody dismissed. */
  readonly dismissed: ReadonlySet<string>;
  /** Why pairs that stand in no list any more no longer fit; those that still fit are not in it. */
  readonly unfit: ReadonlyMap<string, Words>;
  readonly progress: ReadonlyMap<string, PairProgress>;
}

const words = {
  need: { zh: '需求已不接受推介', en: 'The need takes no introductions any more' },
  package: { zh: '服务包已下架', en: 'The package is no longer published' },
  provider: { zh: '服务方未通过核验', en: 'The provider is not verified' },
  wall: { zh: '服务方须利益回避', en: 'The conflict wall bars the provider' },
  dismissed: { zh: '这条推荐已被忽略', en: 'The suggestion was dismissed' },
  introduced: { zh: '这家服务方已被推介或已报名', en: 'The provider was introduced or has responded already' },
} as const satisfies Record<string, Words>;

/**
 * Which chosen pairs no longer hold, and why. Where a package has less free capacity than it was given, the pairs that score
 * least fall out first, ties by id.
 * @returns why, by pair; pairs that hold are not in it
 */
export function fallOut(chosen: readonly ChosenPair[], now: WorldNow): ReadonlyMap<string, Words> {
  const out = new Map<string, Words>();
  const left = new Map<string, number>();
  const order = chosen.toSorted((a, b) => b.score - a.score || (pairKey(a) < pairKey(b) ? -1 : 1));
  for (const pair of order) {
    const why = whyNot(pair, now);
    if (why) {
      out.set(pairKey(pair), why);
      continue;
    }
    const { body, used } = now.packages.get(pair.packageId)!;
    const free = left.get(pair.packageId) ?? Math.max(0, body.capacity - used);
    if (free === 0)
      out.set(pairKey(pair), {
        zh: `承接余量已不足\uFF08现有 ${Math.max(0, body.capacity - used)}\uFF09`,
        en: `The package has too little capacity left (${Math.max(0, body.capacity - used)} now)`,
      });
    left.set(pair.packageId, Math.max(0, free - 1));
  }
  return out;
}

function whyNot(pair: ChosenPair, now: WorldNow): Words | null {
  const need = now.needs.get(pair.needId);
  const pkg = now.packages.get(pair.packageId);
  if (!need || !takesResponses(need.state)) return words.need;
  if (pkg?.body.state !== 'published') return words.package;
  if ((pkg.provider?.verification ?? 'verified') !== 'verified') return words.provider;
  if (now.walls.get(pair.needId)?.excluded.includes(pair.providerId)) return words.wall;
  if (now.dismissed.has(pairKey(pair))) return words.dismissed;
  if (now.progress.has(pairKey(pair))) return words.introduced;
  return now.unfit.get(pairKey(pair)) ?? null;
}
