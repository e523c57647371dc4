import type { Page, PageQuery, RoundState } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FrozenRound } from '../frozen-round';
import type { RoundRow, RoundSolution } from '../round';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What a line of the list and the page of a round need; solution and frozen plan are read apart. */
const columns =
  'id, version, state, organisation_id, title, note, selection, settings, created_by_name, need_count, pair_count, offer_count, left_out, offers_before, solution_id, unmet, snapshot, frozen_score, frozen_at, frozen_by_name, draw_source, draw_value, drawn_at, checked_at, published_at, published_by_name, created_at, updated_at';

interface Raw {
  readonly id: string;
  readonly version: number;
  readonly state: RoundState;
  readonly organisation_id: string;
  readonly title: string;
  readonly note: string | null;
  readonly selection: string;
  readonly settings: string;
  readonly created_by_name: string;
  readonly need_count: number;
  readonly pair_count: number;
  readonly offer_count: number | null;
  readonly left_out: string;
  readonly offers_before: string;
  readonly solution_id: string | null;
  readonly unmet: string;
  readonly snapshot: string | null;
  readonly frozen_score: string | null;
  readonly frozen_at: Date | null;
  readonly frozen_by_name: string | null;
  readonly draw_source: string | null;
  readonly draw_value: string | null;
  readonly drawn_at: Date | null;
  readonly checked_at: Date | null;
  readonly published_at: Date | null;
  readonly published_by_name: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}
const rowOf = (raw: Raw): RoundRow => ({
  id: raw.id,
  version: raw.version,
  state: raw.state,
  organisationId: raw.organisation_id,
  title: raw.title,
  note: raw.note,
  selection: JSON.parse(raw.selection) as RoundRow['selection'],
  settings: JSON.parse(raw.settings) as RoundRow['settings'],
  createdByName: raw.created_by_name,
  needCount: raw.need_count,
  pairCount: raw.pair_count,
  offerCount: raw.offer_count,
  leftOut: JSON.parse(raw.left_out) as RoundRow['leftOut'],
  offersBefore: JSON.parse(raw.offers_before) as RoundRow['offersBefore'],
  solutionId: raw.solution_id,
  unmet: JSON.parse(raw.unmet) as RoundRow['unmet'],
  snapshot: raw.snapshot,
  frozenScore: raw.frozen_score === null ? null : Number(raw.frozen_score),
  frozenAt: raw.frozen_at,
  frozenByName: raw.frozen_by_name,
  drawSource: raw.draw_source,
  drawValue: raw.draw_value,
  drawnAt: raw.drawn_at,
  checkedAt: raw.checked_at,
  publishedAt: raw.published_at,
  publishedByName: raw.published_by_name,
  createdAt: raw.created_at,
  updatedAt: raw.updated_at,
});

export interface RoundRepository {
  find(ctx: Context, id: string): Promise<RoundRow | null>;
  lock(ctx: TransactionContext, id: string): Promise<RoundRow | null>;
  insert(ctx: TransactionContext, row: RoundRow): Promise<void>;
  /** Writes all but solution and frozen plan. */
  update(ctx: TransactionContext, row: RoundRow): Promise<void>;
  solution(ctx: Context, id: string): Promise<RoundSolution | null>;
  frozen(ctx: Context, id: string): Promise<FrozenRound | null>;
  /** Newest first. */
  list(ctx: Context, organisationId: string, state: RoundState | undefined, page: PageQuery): Promise<Page<RoundRow>>;
}
/** What goes beside the row. */
export interface RoundParts {
  readonly solution?: RoundSolution | null;
  readonly frozen?: FrozenRound | null;
}

export function createRoundRepository(database: Database): RoundRepository & {
  /** {@link RoundRepository.update} with solution or frozen plan: null takes it away. */
  updateWith(ctx: TransactionContext, row: RoundRow, parts: RoundParts): Promise<void>;
} {
  const names = columns.split(', ');
  const values = (row: RoundRow): readonly unknown[] => [
    row.id,
    row.version,
    row.state,
    row.organisationId,
    row.title,
    row.note,
    JSON.stringify(row.selection),
    JSON.stringify(row.settings),
    row.createdByName,
    row.needCount,
    row.pairCount,
    row.offerCount,
    JSON.stringify(row.leftOut),
    JSON.stringify(row.offersBefore),
    row.solutionId,
    JSON.stringify(row.unmet),
    row.snapshot,
    row.frozenScore,
    row.frozenAt,
    row.frozenByName,
    row.drawSource,
    row.drawValue,
    row.drawnAt,
    row.checkedAt,
    row.publishedAt,
    row.publishedByName,
    row.createdAt,
    row.updatedAt,
  ];
  async function updateWith(ctx: TransactionContext, row: RoundRow, parts: RoundParts): Promise<void> {
    const [, ...rest] = names;
    const [, ...given] = values(row);
    const sets = rest.map((name) => `${name} = ?`);
    if (parts.solution !== undefined) {
      sets.push('solution = ?');
      given.push(parts.solution === null ? null : JSON.stringify(parts.solution));
    }
    if (parts.frozen !== undefined) {
      sets.push('frozen = ?');
      given.push(parts.frozen === null ? null : await pack(JSON.stringify(parts.frozen)));
    }
    await execute(database, `UPDATE matching_round SET ${sets.join(', ')} WHERE id = ?`, [...given, row.id], ctx);
  }
  return {
    async find(ctx, id) {
      const [row] = await select<Raw>(database, `SELECT ${columns} FROM matching_round WHERE id = ?`, [id], ctx);
      return row ? rowOf(row) : null;
    },
    async lock(ctx, id) {
      const [row] = await select<Raw>(
        database,
        `SELECT ${columns} FROM matching_round WHERE id = ? FOR UPDATE`,
        [id],
        ctx,
      );
      return row ? rowOf(row) : null;
    },
    async insert(ctx, row) {
      await execute(
        database,
        `INSERT INTO matching_round (${columns}) VALUES (${names.map(() => '?').join(', ')})`,
        values(row),
        ctx,
      );
    },
    update: (ctx, row) => updateWith(ctx, row, {}),
    updateWith,
    async solution(ctx, id) {
      const [row] = await select<{ solution: string | null }>(
        database,
        'SELECT solution FROM matching_round WHERE id = ?',
        [id],
        ctx,
      );
      return row?.solution ? (JSON.parse(row.solution) as RoundSolution) : null;
    },
    async frozen(ctx, id) {
      const [row] = await select<{ frozen: Buffer | null }>(
        database,
        'SELECT frozen FROM matching_round WHERE id = ?',
        [id],
        ctx,
      );
      return row?.frozen ? (JSON.parse((await unpack(row.frozen)).toString('utf8')) as FrozenRound) : null;
    },
    async list(ctx, organisationId, state, { limit, cursor }) {
      const below = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
      const rows = await select<Raw>(
        database,
        `SELECT ${columns} FROM matching_round WHERE organisation_id = ? ${state === undefined ? '' : 'AND state = ?'}
         ${below === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
        [organisationId, ...(state === undefined ? [] : [state]), ...(below === undefined ? [] : [below]), limit + 1],
        ctx,
      );
      const page = pageFrom(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(rowOf) };
    },
  };
}
