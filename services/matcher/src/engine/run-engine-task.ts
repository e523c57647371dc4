import { explain, rank, suggestedAmong, type EnginePackage } from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';
import type { EngineTaskKind, EngineTasks } from './engine-protocol';
import { mayList } from './may-list';
import { surveyUnmatched } from './survey-unmatched';
import { withPackage } from './with-package';

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
      const ranked = rank(index.columns, held.need, {
        k,
        asOfDay,
        without: new Set(without[needId] ?? []),
        ...(listing ? { onlyWith: new Set(listing) } : {}),
      });
      if (listing && ranked.length === 0) return [];
      const packageSequences = Object.fromEntries(
        ranked.map(({ packageId }) => [packageId, index.sequences.get(packageId) ?? 0]),
      );
      const { sequence, changeNo, takesResponses } = held;
      return [{ needId, sequence, changeNo, takesResponses, ranked, packageSequences }];
    }),
  related(index, { packageIds, asOfDay }) {
    const packages = packagesOf(index, packageIds);
    return [...index.needs].flatMap(([needId, { need }]) => {
      // To weigh a need's words costs more than to look at its district and services.
      const ids = packages.filter((pkg) => mayList(need, pkg, index.taxonomy)).map(({ id }) => id);
      return ids.length > 0 && suggestedAmong(index.columns, need, ids, { asOfDay }).length > 0 ? [needId] : [];
    });
  },
  explain(index, { needId, packageId, need, pkg, without, asOfDay }) {
    const asked = need ?? index.needs.get(needId)?.need;
    if (!asked) return null;
    const run = () => explain(index.columns, asked, packageId, { asOfDay, without: new Set(without) });
    return pkg ? withPackage(index, pkg, run) : run();
  },
  fitting: (index, { pkg, asOfDay, k }) =>
    withPackage(index, pkg, () =>
      [...index.needs].flatMap(([needId, { need, takesResponses }]) => {
        if (!takesResponses || !mayList(need, pkg, index.taxonomy)) return [];
        if (suggestedAmong(index.columns, need, [pkg.id], { asOfDay }).length === 0) return [];
        const list = rank(index.columns, need, { k, asOfDay });
        const at = list.findIndex(({ packageId }) => packageId === pkg.id);
        const ranked = list[at];
        return ranked ? [{ needId, rank: at + 1, ranked }] : [];
      }),
    ).toSorted((a, b) => b.ranked.score - a.ranked.score || (a.needId < b.needId ? 1 : -1)),
  survey: surveyUnmatched,
};

/** Does one task of a thread over its index. */
export const runEngineTask = <K extends EngineTaskKind>(
  index: EngineIndex,
  kind: K,
  input: EngineTasks[K]['input'],
): EngineTasks[K]['output'] => runners[kind](index, input);
