import {
  bareList,
  bestOf,
  composites,
  describe,
  explain,
  learnPoints,
  partsOf,
  rank,
  readNeed,
  suggestedAmong,
  type EnginePackage,
  type Weights,
} from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';
import type { EngineTaskKind, EngineTasks } from './engine-protocol';
import { mayList } from './may-list';
import { sharing } from './sharing';
import { surveyUnmatched } from './survey-unmatched';
import { withPackage } from './with-package';

/** A person waits for the sets, and others for the thread. */
const mostSetsLookedAt = 30_000;

type Runners = {
  readonly [K in EngineTaskKind]: (index: EngineIndex, input: EngineTasks[K]['input']) => EngineTasks[K]['output'];
};

const packagesOf = ({ columns }: EngineIndex, ids: readonly string[]): EnginePackage[] =>
  ids.flatMap((id) => columns.packages[columns.rowOf(id)] ?? []);

const runners: Runners = {
  rank: (index, { needIds, without, listing, asOfDay, k }) =>
    needIds.flatMap((needId) => {
      const held = index.needs.get(needId);
      if (!held) return [];
      const { weights } = index;
      const left = without[needId] ?? [];
      const ranked =
        left.length === 0
          ? index.kept.listOf(index, needId, asOfDay, k)
          : bareList(index.columns, held.need, { k, asOfDay, weights, without: new Set(left) });
      if (listing && !ranked.some(({ packageId }) => listing.includes(packageId))) return [];
      const packageSequences = Object.fromEntries(
        ranked.map(({ packageId }) => [packageId, index.sequences.get(packageId) ?? 0]),
      );
      const { sequence, changeNo, takesResponses } = held;
      return [
        { needId, sequence, changeNo, takesResponses, ranked, packageSequences, weightsVersion: weights.version },
      ];
    }),
  keep: (index, { asOfDay, k, most }) => index.kept.enter(index, asOfDay, k, most),
  related(index, { packageIds, dismissing, asOfDay, k }) {
    const { weights } = index;
    const related = new Set(index.kept.of(index, asOfDay, k).needsListing(packageIds));
    const packages = packagesOf(index, packageIds);
    for (const needId of dismissing) {
      const need = index.needs.get(needId)?.need;
      if (!need || related.has(needId)) continue;
      // To weigh a need's words costs more than to look at its district and services.
      const ids = packages.filter((pkg) => mayList(need, pkg, index.taxonomy)).map(({ id }) => id);
      if (ids.length > 0 && suggestedAmong(index.columns, need, ids, { asOfDay, weights }).length > 0)
        related.add(needId);
    }
    return [...related];
  },
  ...sharing,
  describe(index, { needs, packages, asOfDay }) {
    const { columns, weights } = index;
    const run = () =>
      needs.map(({ needId, need, packageIds }) => {
        const asked = need ?? index.needs.get(needId)?.need;
        return asked ? describe(columns, asked, packageIds, { asOfDay, weights }) : [];
      });
    return packages.reduce<() => EngineTasks['describe']['output']>(
      (work, pkg) => () => withPackage(index, pkg, work),
      run,
    )();
  },
  explain(index, { needId, packageId, need, pkg, without, asOfDay }) {
    const asked = need ?? index.needs.get(needId)?.need;
    if (!asked) return null;
    const run = () =>
      explain(index.columns, asked, packageId, { asOfDay, weights: index.weights, without: new Set(without) });
    return pkg ? withPackage(index, pkg, run) : run();
  },
  fitting: (index, { pkg, asOfDay, k }) =>
    withPackage(index, pkg, () =>
      [...index.needs].flatMap(([needId, { need, takesResponses }]) => {
        const { weights } = index;
        if (!takesResponses || !mayList(need, pkg, index.taxonomy)) return [];
        if (suggestedAmong(index.columns, need, [pkg.id], { asOfDay, weights }).length === 0) return [];
        const list = rank(index.columns, need, { k, asOfDay, weights });
        const at = list.findIndex(({ packageId }) => packageId === pkg.id);
        const ranked = list[at];
        return ranked ? [{ needId, rank: at + 1, ranked }] : [];
      }),
    ).toSorted((a, b) => b.ranked.score - a.ranked.score || (a.needId < b.needId ? 1 : -1)),
  composites: ({ columns, weights }, { need, groups, without, asOfDay, k }) =>
    composites(columns, need, {
      k,
      asOfDay,
      weights,
      groupOf: (providerId) => groups[providerId] ?? providerId,
      without: new Set(without),
      mostSteps: mostSetsLookedAt,
    }),
  survey: surveyUnmatched,
  parts: ({ columns, weights }, { needs }) =>
    needs.map(({ need, packageIds, asOfDay }) => partsOf(columns, need, packageIds, { asOfDay, weights })),
  tryOut({ columns, weights: inForce }, { needs, weights: proposed, k }) {
    // All by one set of weights and then all by the other: blocks are put in order by the weights asked for.
    const by = (weights: Weights) =>
      needs.map(({ need, asOfDay }) =>
        bestOf(columns, readNeed(columns, need), { k, asOfDay, weights }).map(({ packageId }) => packageId),
      );
    const after = by(proposed);
    return by(inForce).map((before, at) => ({ inForce: before, proposed: after[at] ?? [] }));
  },
  learn: ({ weights }, { needs }) => learnPoints(needs, weights.points),
};

/** Does one task of a thread over its index. */
export const runEngineTask = <K extends EngineTaskKind>(
  index: EngineIndex,
  kind: K,
  input: EngineTasks[K]['input'],
): EngineTasks[K]['output'] => runners[kind](index, input);
