import type { RoundLine, RoundView } from '@duijie/contracts';
import type { RoundOffer } from '../persistence/round-offers.repository';
import type { RoundRow, RoundSolution } from '../round';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentRoundLine = (row: RoundRow): RoundLine => ({
  id: row.id,
  version: row.version,
  title: row.title,
  state: row.state,
  createdBy: row.createdByName,
  needs: row.needCount,
  pairs: row.pairCount,
  offers: row.offerCount,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  publishedAt: iso(row.publishedAt),
});

/** What the view needs beside the row. */
export interface RoundRest {
  readonly solution: RoundSolution | null;
  readonly names: ReadonlyMap<string, string>;
  readonly counts: Pick<RoundView['counts'], 'packages' | 'providers' | 'pinned' | 'vetoed'>;
  readonly offers: readonly { readonly state: RoundOffer['state']; readonly count: number }[];
}

export const presentRound = (row: RoundRow, { solution, names, counts, offers }: RoundRest): RoundView => ({
  id: row.id,
  version: row.version,
  title: row.title,
  note: row.note,
  state: row.state,
  organisationId: row.organisationId,
  createdBy: row.createdByName,
  selection: row.selection,
  settings: row.settings,
  counts: { needs: row.needCount, pairs: row.pairCount, ...counts },
  leftOut: row.leftOut,
  solution: solution && {
    at: solution.at,
    ms: solution.ms,
    modes: solution.modes.map((mode) => ({
      ...mode,
      districts: [...mode.districts],
      exposure: mode.exposure.map((one) => ({ ...one, name: names.get(one.organisationId) ?? '' })),
    })),
  },
  unmet: [...row.unmet],
  proof:
    row.snapshot === null || row.frozenAt === null || row.frozenScore === null
      ? null
      : {
          snapshot: row.snapshot,
          score: row.frozenScore,
          frozenAt: row.frozenAt.toISOString(),
          frozenBy: row.frozenByName ?? '',
          draw:
            row.drawSource === null
              ? null
              : { source: row.drawSource, value: row.drawValue, drawnAt: iso(row.drawnAt) },
          checkedAt: iso(row.checkedAt),
        },
  publication:
    row.publishedAt === null
      ? null
      : { at: row.publishedAt.toISOString(), by: row.publishedByName ?? '', offers: [...offers] },
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
