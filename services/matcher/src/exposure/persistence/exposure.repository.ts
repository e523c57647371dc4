import type { Page, PageQuery } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { owedPermille, type ExposureAccount } from '../exposure-account';

export interface NamedAccount extends ExposureAccount {
  readonly providerName: string;
}
export interface ExposureRepository {
  /** Whether the lists may be read: each is made over the present index, and their day is not entered yet. */
  isReady(day: string): Promise<boolean>;
  /** Enters the day by the lists as they stand. */
  enter(ctx: TransactionContext, day: string): Promise<void>;
  /** Makes the accounts anew from the entries after `since`. @returns providers whose correction has changed */
  settle(ctx: TransactionContext, since: string, day: string): Promise<readonly string[]>;
  /** Published packages of these providers go by the packages' feed again. @param position of the feed */
  movePackages(ctx: TransactionContext, providerIds: readonly string[], position: number): Promise<void>;
  /** Most owed first. */
  list(page: PageQuery): Promise<Page<NamedAccount>>;
  find(ctx: Context, providerId: string): Promise<ExposureAccount | null>;
}

interface Row {
  readonly provider_id: string;
  readonly merit: string;
  readonly exposure: string;
  readonly merit_ppm: number;
  readonly exposure_ppm: number;
  readonly lists: number;
  readonly days: number;
  readonly owed_permille: number;
  readonly as_of_day: string;
}
const accountOf = (row: Row): ExposureAccount => ({
  providerId: row.provider_id,
  merit: Number(row.merit),
  exposure: Number(row.exposure),
  meritPpm: row.merit_ppm,
  exposurePpm: row.exposure_ppm,
  lists: row.lists,
  days: row.days,
  owedPermille: row.owed_permille,
  asOfDay: row.as_of_day,
});
const atOnce = 500;
const million = 1_000_000;
const ppm = (part: number, all: number): number => (all === 0 ? 0 : Math.round((million * part) / all));
const parts = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) => items.slice(at * atOnce, (at + 1) * atOnce));

export const createExposureRepository = (database: Database): ExposureRepository => ({
  async isReady(day) {
    const [row] = await select<{ entered: string; behind: string; listed: string }>(
      database,
      `SELECT EXISTS (SELECT 1 FROM exposure_entry WHERE day = ?) AS entered,
         EXISTS (SELECT 1 FROM need_copy n JOIN feed f ON f.name = 'packages'
                 WHERE n.open = 1 AND n.matched_epoch < f.settle_position) AS behind,
         EXISTS (SELECT 1 FROM need_match) AS listed`,
      [day],
    );
    return row !== undefined && Number(row.entered) === 0 && Number(row.behind) === 0 && Number(row.listed) === 1;
  },
  async enter(ctx, day) {
    // In each list the attention that its places bring is shared out twice: by place, and by score.
    await execute(
      database,
      `INSERT IGNORE INTO exposure_entry (provider_id, day, merit, exposure, lists)
       SELECT provider_id, ?, ROUND(SUM(score / all_score * all_attention)), ROUND(SUM(attention)), COUNT(DISTINCT need_id)
       FROM (SELECT need_id, provider_id, score, ${million} / LOG2(1 + place) AS attention,
               SUM(score) OVER (PARTITION BY need_id) AS all_score,
               SUM(${million} / LOG2(1 + place)) OVER (PARTITION BY need_id) AS all_attention
             FROM need_match WHERE state = 'suggested' AND need_shown = 1) listed
       WHERE all_score > 0 GROUP BY provider_id`,
      [day],
      ctx,
    );
  },
  async settle(ctx, since, day) {
    const sums = await select<{ provider_id: string; merit: string; exposure: string; days: string; lists: string }>(
      database,
      `SELECT provider_id, SUM(merit) AS merit, SUM(exposure) AS exposure, COUNT(*) AS days,
         SUM(IF(day = ?, lists, 0)) AS lists FROM exposure_entry WHERE day > ? GROUP BY provider_id`,
      [day, since],
      ctx,
    );
    const before = new Map(
      (await select<Row>(database, 'SELECT * FROM exposure_account', [], ctx)).map((row) => [
        row.provider_id,
        row.owed_permille,
      ]),
    );
    const total = (name: 'merit' | 'exposure'): number => sums.reduce((all, row) => all + Number(row[name]), 0);
    const [merits, exposures] = [total('merit'), total('exposure')];
    const accounts = sums.map((row) => {
      const [merit, exposure] = [Number(row.merit), Number(row.exposure)];
      const owed = owedPermille(merit, exposure);
      const shares = [ppm(merit, merits), ppm(exposure, exposures)];
      return [row.provider_id, merit, exposure, ...shares, Number(row.lists), Number(row.days), owed, day] as const;
    });
    await execute(database, 'DELETE FROM exposure_account', [], ctx);
    for (const some of parts(accounts))
      await execute(
        database,
        `INSERT INTO exposure_account (provider_id, merit, exposure, merit_ppm, exposure_ppm, lists, days, owed_permille,
           as_of_day) VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
        some.flat(),
        ctx,
      );
    const now = new Map(accounts.map(([id, , , , , , , owed]) => [id, owed]));
    return [...new Set([...before.keys(), ...now.keys()])].filter((id) => (before.get(id) ?? 0) !== (now.get(id) ?? 0));
  },
  async movePackages(ctx, providerIds, position) {
    for (const some of parts(providerIds))
      await execute(
        database,
        `UPDATE package_copy SET change_no = ? WHERE provider_id IN (?) AND state = 'published'`,
        [position, some],
        ctx,
      );
  },
  async list({ limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'id']);
    const rows = await select<Row & { body: string | null }>(
      database,
      `SELECT x.*, o.body FROM exposure_account x LEFT JOIN organisation_copy o ON o.id = x.provider_id
       ${after ? 'WHERE (x.owed_permille < ? OR (x.owed_permille = ? AND x.provider_id < ?))' : ''}
       ORDER BY x.owed_permille DESC, x.provider_id DESC LIMIT ?`,
      [...(after ? [after[0], after[0], after[1]] : []), limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.owed_permille, row.provider_id]);
    const nameOf = (body: string | null): string => (body ? (JSON.parse(body) as { name: string }).name : '');
    return { ...page, items: page.items.map((row) => ({ ...accountOf(row), providerName: nameOf(row.body) })) };
  },
  async find(ctx, providerId) {
    const [row] = await select<Row>(
      database,
      'SELECT * FROM exposure_account WHERE provider_id = ?',
      [providerId],
      ctx,
    );
    return row ? accountOf(row) : null;
  },
});
