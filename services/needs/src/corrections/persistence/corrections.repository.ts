import { correctionThreshold, type Page, type PageQuery, type UnderstandingCorrection } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { CorrectedPhrase, Correction } from '../correction';

export interface CorrectionsRepository {
  /** Counts what a need says of phrases; said again, it counts once. @returns whether another correction may now be used */
  count(
    ctx: TransactionContext,
    said: readonly (CorrectedPhrase & { readonly newId: string })[],
    by: { readonly needId: string; readonly organisationId: string; readonly at: Date },
  ): Promise<boolean>;
  /** Counted often enough to be looked at for use. */
  frequent(ctx: Context): Promise<readonly Correction[]>;
  list(page: PageQuery): Promise<Page<Correction>>;
  lock(ctx: TransactionContext, id: string): Promise<Correction | null>;
  /** @param reason why it is taken back; null = it counts again */
  takeBack(ctx: TransactionContext, id: string, reason: string | null): Promise<void>;
  /** The latest needs that said so, at most 5 each, by correction. */
  examples(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, UnderstandingCorrection['examples']>>;
  revision(ctx: Context): Promise<number>;
  moveOn(ctx: TransactionContext): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly phrase: string;
  readonly leaf: string;
  readonly verdict: CorrectedPhrase['verdict'];
  readonly needs: number;
  readonly organisations: number;
  readonly counted: string;
  readonly taken_back_reason: string | null;
  readonly last_at: Date;
  readonly version: number;
}
const correctionOf = (row: Row): Correction => ({
  id: row.id,
  phrase: row.phrase,
  leaf: row.leaf,
  verdict: row.verdict,
  needs: row.needs,
  organisations: row.organisations,
  counted: Number(row.counted),
  takenBackReason: row.taken_back_reason,
  lastAt: row.last_at,
  version: row.version,
});
/** A phrase may mean another service, or not mean this one: that is what speaks against it. */
const rows = `SELECT c.*, (SELECT SUM(o.needs) FROM understanding_correction o
    WHERE o.phrase = c.phrase AND ((c.verdict = 'means' AND o.verdict = 'means') OR o.leaf = c.leaf)) AS counted
  FROM understanding_correction c`;
const mostExamples = 5;

export const createCorrectionsRepository = (database: Database): CorrectionsRepository => ({
  async count(ctx, said, { needId, organisationId, at }) {
    let used = false;
    for (const { newId, phrase, leaf, verdict } of said) {
      await execute(
        database,
        `INSERT IGNORE INTO understanding_correction (id, phrase, leaf, verdict, needs, organisations, last_at, version)
         VALUES (?, ?, ?, ?, 0, 0, ?, 1)`,
        [newId, phrase, leaf, verdict, at],
        ctx,
      );
      const [row] = await select<{ id: string; needs: number }>(
        database,
        'SELECT id, needs FROM understanding_correction WHERE phrase = ? AND leaf = ? AND verdict = ? FOR UPDATE',
        [phrase, leaf, verdict],
        ctx,
      );
      if (!row) continue;
      const known = await select<{ own: string }>(
        database,
        `SELECT SUM(organisation_id = ?) AS own FROM understanding_voice WHERE correction_id = ? AND
         (organisation_id = ? OR need_id = ?)`,
        [organisationId, row.id, organisationId, needId],
        ctx,
      );
      const added = await execute(
        database,
        'INSERT IGNORE INTO understanding_voice (correction_id, need_id, organisation_id, at) VALUES (?, ?, ?, ?)',
        [row.id, needId, organisationId, at],
        ctx,
      );
      if (added === 0) continue;
      await execute(
        database,
        'UPDATE understanding_correction SET needs = needs + 1, organisations = organisations + ?, last_at = ? WHERE id = ?',
        [Number(known[0]?.own ?? 0) === 0 ? 1 : 0, at, row.id],
        ctx,
      );
      used ||= row.needs + 1 >= correctionThreshold.needs;
    }
    return used;
  },
  async frequent(ctx) {
    const found = await select<Row>(
      database,
      `${rows} WHERE c.needs >= ? AND c.organisations >= ?`,
      [correctionThreshold.needs, correctionThreshold.organisations],
      ctx,
    );
    return found.map(correctionOf);
  },
  async list({ limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'id']);
    const found = await select<Row>(
      database,
      `${rows} ${after ? 'WHERE (c.needs < ? OR (c.needs = ? AND c.id < ?))' : ''} ORDER BY c.needs DESC, c.id DESC LIMIT ?`,
      [...(after ? [after[0], after[0], after[1]] : []), limit + 1],
    );
    const page = pageFrom(found, limit, (row) => [row.needs, row.id]);
    return { ...page, items: page.items.map(correctionOf) };
  },
  async lock(ctx, id) {
    await select(database, 'SELECT id FROM understanding_correction WHERE id = ? FOR UPDATE', [id], ctx);
    const [row] = await select<Row>(database, `${rows} WHERE c.id = ?`, [id], ctx);
    return row ? correctionOf(row) : null;
  },
  async takeBack(ctx, id, reason) {
    await execute(
      database,
      'UPDATE understanding_correction SET taken_back_reason = ?, version = version + 1 WHERE id = ?',
      [reason, id],
      ctx,
    );
  },
  async examples(ctx, ids) {
    const found = new Map<string, UnderstandingCorrection['examples']>();
    if (ids.length === 0) return found;
    const latest = await select<{ correction_id: string; need_id: string; title: string }>(
      database,
      `SELECT v.correction_id, v.need_id, n.title FROM (
         SELECT correction_id, need_id, ROW_NUMBER() OVER (PARTITION BY correction_id ORDER BY need_id DESC) AS place
         FROM understanding_voice WHERE correction_id IN (?)) v
       JOIN need n ON n.id = v.need_id WHERE v.place <= ${mostExamples} ORDER BY v.correction_id, v.place`,
      [ids],
      ctx,
    );
    for (const { correction_id: key, need_id: needId, title } of latest)
      found.set(key, [...(found.get(key) ?? []), { needId, title }]);
    return found;
  },
  async revision(ctx) {
    const [row] = await select<{ revision: number }>(
      database,
      `SELECT revision FROM understanding_revision WHERE name = 'city'`,
      [],
      ctx,
    );
    return row?.revision ?? 0;
  },
  async moveOn(ctx) {
    await execute(
      database,
      `INSERT INTO understanding_revision (name, revision) VALUES ('city', 1) ON DUPLICATE KEY UPDATE revision = revision + 1`,
      [],
      ctx,
    );
  },
});
