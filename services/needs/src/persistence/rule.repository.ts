import type { RuleFacts } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { ruleKinds, type Rule, type RuleBook, type RuleKind, type RuleText } from '../rules/rule';

interface Row {
  readonly kind: RuleKind;
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly edited: number;
  readonly updated_at: Date;
}
/** A rule with whether somebody has changed it here. */
export interface KeptRule {
  readonly kind: RuleKind;
  readonly id: string;
  readonly version: number;
  readonly text: RuleText;
  readonly edited: boolean;
}
export interface RuleRepository {
  revision(ctx: Context): Promise<number>;
  all(ctx: Context): Promise<RuleBook>;
  kept(ctx: Context): Promise<readonly KeptRule[]>;
  lock<K extends RuleKind>(ctx: TransactionContext, kind: K, id: string): Promise<Rule<K> | null>;
  /** Writes a rule, new or changed, and counts the change. */
  put(
    ctx: TransactionContext,
    rule: { readonly kind: RuleKind; readonly id: string; readonly version: number; readonly text: RuleFacts },
    at: { readonly now: Date; readonly edited: boolean },
  ): Promise<void>;
  /** Held by whoever writes many rules at once. */
  lockAll(ctx: TransactionContext): Promise<void>;
}

const ruleOf = (row: Row): Rule => ({
  ...(JSON.parse(row.text) as RuleText),
  id: row.id,
  version: row.version,
  updatedAt: row.updated_at,
});

export function createRuleRepository(database: Database): RuleRepository {
  const rows = (ctx: Context): Promise<Row[]> => select<Row>(database, 'SELECT * FROM rule ORDER BY kind, id', [], ctx);
  return {
    async revision(ctx) {
      const [row] = await select<{ revision: string }>(
        database,
        `SELECT revision FROM rule_revision WHERE name = 'city'`,
        [],
        ctx,
      );
      return Number(row?.revision ?? 0);
    },
    async all(ctx) {
      const found = await rows(ctx);
      return Object.fromEntries(
        ruleKinds.map((kind) => [kind, found.filter((row) => row.kind === kind).map(ruleOf)]),
      ) as unknown as RuleBook;
    },
    kept: async (ctx) =>
      (await rows(ctx)).map(({ kind, id, version, text, edited }) => ({
        kind,
        id,
        version,
        text: JSON.parse(text) as RuleText,
        edited: edited === 1,
      })),
    async lock<K extends RuleKind>(ctx: TransactionContext, kind: K, id: string) {
      const [row] = await select<Row>(
        database,
        'SELECT * FROM rule WHERE kind = ? AND id = ? FOR UPDATE',
        [kind, id],
        ctx,
      );
      return row ? (ruleOf(row) as unknown as Rule<K>) : null;
    },
    async put(ctx, { kind, id, version, text }, { now, edited }) {
      await execute(
        database,
        `INSERT INTO rule (kind, id, version, text, edited, updated_at) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE
         version = VALUES(version), text = VALUES(text), edited = VALUES(edited), updated_at = VALUES(updated_at)`,
        [kind, id, version, JSON.stringify(text), edited ? 1 : 0, now],
        ctx,
      );
      await execute(
        database,
        `INSERT INTO rule_revision (name, revision) VALUES ('city', 1) ON DUPLICATE KEY UPDATE revision = revision + 1`,
        [],
        ctx,
      );
    },
    async lockAll(ctx) {
      await execute(
        database,
        `INSERT INTO rule_revision (name, revision) VALUES ('city', 0) ON DUPLICATE KEY UPDATE revision = revision`,
        [],
        ctx,
      );
      await select(database, `SELECT revision FROM rule_revision WHERE name = 'city' FOR UPDATE`, [], ctx);
    },
  };
}
