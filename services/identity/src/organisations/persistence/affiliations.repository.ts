import type { AffiliationView, Page } from '@duijie/contracts';
import {
  decodeCursor,
  isDuplicateKey,
  pageFrom,
  Conflict,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { select } from '../../persistence/sql';
import { AffiliationEntity } from './affiliation.entity';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly type: AffiliationView['type'];
  readonly state: AffiliationView['state'];
  readonly proposed_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly from_id: string;
  readonly from_name: string;
  readonly from_kind: AffiliationView['from']['kind'];
  readonly to_id: string;
  readonly to_name: string;
  readonly to_kind: AffiliationView['from']['kind'];
}
const columns = `a.id, a.version, a.type, a.state, a.proposed_by, a.created_at, a.updated_at,
  f.id AS from_id, f.name AS from_name, f.kind AS from_kind, t.id AS to_id, t.name AS to_name, t.kind AS to_kind`;
const joins = 'JOIN organisation f ON f.id = a.from_id JOIN organisation t ON t.id = a.to_id';
const view = (row: Row): AffiliationView => ({
  id: row.id,
  version: row.version,
  type: row.type,
  from: { id: row.from_id, name: row.from_name, kind: row.from_kind },
  to: { id: row.to_id, name: row.to_name, kind: row.to_kind },
  state: row.state,
  proposedBy: row.proposed_by,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

export interface AffiliationsRepository {
  view(ctx: Context, id: string): Promise<AffiliationView>;
  lock(ctx: TransactionContext, id: string): Promise<AffiliationEntity | null>;
  /** @throws Conflict `affiliation.exists` when one of the type between the two is alive */
  insert(ctx: TransactionContext, affiliation: AffiliationEntity): Promise<void>;
  setState(
    ctx: TransactionContext,
    affiliation: AffiliationEntity,
    state: AffiliationView['state'],
    now: Date,
  ): Promise<void>;
  /** Ties that live, in either direction. */
  live(ctx: TransactionContext, organisationId: string): Promise<AffiliationEntity[]>;
  /** Both directions, newest first. */
  page(
    ctx: Context,
    organisationId: string,
    state: AffiliationView['state'] | undefined,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<AffiliationView>>;
}

export const createAffiliationsRepository = (database: Database): AffiliationsRepository => ({
  async view(ctx, id) {
    const [row] = await select<Row>(database, ctx, `SELECT ${columns} FROM affiliation a ${joins} WHERE a.id = ?`, [
      id,
    ]);
    if (!row) throw new Error(`Affiliation ${id} has lost an end`);
    return view(row);
  },
  lock: (ctx, id) =>
    database.manager(ctx).findOne(AffiliationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
  async insert(ctx, affiliation) {
    try {
      await database.manager(ctx).insert(AffiliationEntity, affiliation);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new Conflict('affiliation.exists', {
        zh: '这两家机构已登记过这种关系',
        en: 'This affiliation is recorded already',
      });
    }
  },
  async setState(ctx, { id, version }, state, updatedAt) {
    const live = state === 'proposed' || state === 'confirmed' ? 1 : null;
    await database.manager(ctx).update(AffiliationEntity, { id }, { state, live, version: version + 1, updatedAt });
  },
  live: (ctx, organisationId) =>
    database.manager(ctx).find(AffiliationEntity, {
      where: [
        { fromId: organisationId, live: 1 },
        { toId: organisationId, live: 1 },
      ],
    }),
  async page(ctx, organisationId, state, { limit, cursor }) {
    const before = cursor === undefined ? '~' : decodeCursor(cursor, ['id'])[0];
    const side = (column: 'from_id' | 'to_id'): string =>
      `(SELECT ${columns} FROM affiliation a ${joins} WHERE a.${column} = ? AND a.id < ? ${state === undefined ? '' : 'AND a.state = ?'} ORDER BY a.id DESC LIMIT ?)`;
    const values = [organisationId, before, ...(state === undefined ? [] : [state]), limit + 1];
    const rows = await select<Row>(
      database,
      ctx,
      `${side('from_id')} UNION ALL ${side('to_id')} ORDER BY id DESC LIMIT ?`,
      [...values, ...values, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.id]);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  },
});
