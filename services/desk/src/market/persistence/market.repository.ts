import type { TaxonomyState } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { MarketNeed, MarketPart } from '../market-of';
import type { MarketScope } from './market.entity';

const hourMs = 3_600_000;
const groupOf = (leaf: string): string => leaf.slice(0, leaf.indexOf('.'));

/** Whole hours from publication, 0 for what was there before it: a need that was published again. */
const hoursTo = ({ publishedAt }: MarketNeed, then: Date | null): number | null =>
  then && Math.max(0, Math.floor((then.getTime() - publishedAt.getTime()) / hourMs));

function scopesOf({ leaves }: MarketNeed): readonly (readonly [MarketScope, string])[] {
  const groups = new Set(leaves.map(groupOf));
  return [
    ['need', ''],
    ...[...groups].map((group) => ['group', group] as const),
    ...leaves.map((leaf) => ['leaf', leaf] as const),
  ];
}

export type MarketRepository = ReturnType<typeof createMarketRepository>;

/** Writes what the market counts; the need is locked. */
export function createMarketRepository(database: Database) {
  const clear = async (ctx: TransactionContext, needId: string): Promise<void> => {
    for (const table of ['market_need', 'market_line', 'market_part'])
      await execute(database, `DELETE FROM ${table} WHERE need_id = ?`, [needId], ctx);
  };
  return {
    clear,
    /** Puts a need in the place of what was counted of it. */
    async put(ctx: TransactionContext, one: MarketNeed, parts: readonly MarketPart[]): Promise<void> {
      await clear(ctx, one.needId);
      await execute(
        database,
        `INSERT INTO market_need (need_id, compound_id, title, organisation_name, state, published_at, decided_at, signed_on, accepted_at)
         VALUES (?)`,
        [
          [
            one.needId,
            one.compoundId,
            one.title,
            one.organisationName,
            one.state,
            one.publishedAt,
            one.decidedAt,
            one.signedOn,
            one.acceptedAt,
          ],
        ],
        ctx,
      );
      const facts = [
        dayOf(one.publishedAt),
        one.district,
        one.state,
        one.supplied,
        hoursTo(one, one.matchedAt),
        hoursTo(one, one.decidedAt),
        hoursTo(one, one.acceptedAt),
      ];
      await execute(
        database,
        `INSERT INTO market_line (need_id, scope, value, published_on, district, state, supplied, match_hours,
           decision_hours, acceptance_hours) VALUES ?`,
        [scopesOf(one).map((scope) => [one.needId, ...scope, ...facts])],
        ctx,
      );
      if (parts.length === 0) return;
      await execute(
        database,
        `INSERT INTO market_part (agreement_id, leaf, need_id, category, organisation_id, district, signed_on, amount_fen)
         VALUES ?`,
        [
          parts.map(({ agreementId, leaf, organisationId, signedOn, amountFen }) => [
            agreementId,
            leaf,
            one.needId,
            groupOf(leaf),
            organisationId,
            one.district,
            signedOn,
            amountFen,
          ]),
        ],
        ctx,
      );
    },
    async putWords(ctx: TransactionContext, { version, groups }: TaxonomyState): Promise<void> {
      const words = groups
        .flatMap(({ leaves, ...group }) => [group, ...leaves])
        .map(({ code, zh, en }) => [code, version, zh, en]);
      if (words.length === 0) return;
      const newer = (column: string) => `${column} = IF(VALUES(sequence) > sequence, VALUES(${column}), ${column})`;
      await execute(
        database,
        `INSERT INTO market_word (code, sequence, zh, en) VALUES ?
         ON DUPLICATE KEY UPDATE ${['zh', 'en', 'sequence'].map(newer).join(', ')}`,
        [words],
        ctx,
      );
    },
    /** Known needs that are not counted, by id. @param after the last id seen, empty at first */
    uncounted: async (ctx: Context, after: string, limit: number): Promise<readonly string[]> =>
      (
        await select<{ id: string }>(
          database,
          `SELECT n.id FROM need_copy n LEFT JOIN market_need m ON m.need_id = n.id
           WHERE n.id > ? AND n.body IS NOT NULL AND m.need_id IS NULL ORDER BY n.id LIMIT ?`,
          [after, limit],
          ctx,
        )
      ).map(({ id }) => id),
  };
}
