import type { Context } from '../context';
import type { Database } from './database';

/** Raw SQL with typed rows, in the context's transaction if it has one. */
export const select = async <Row>(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
  ctx?: Context,
): Promise<Row[]> => (await database.manager(ctx).query(sql, [...values])) as Row[];

/** @returns how many rows the statement touched */
export const execute = async (
  database: Database,
  sql: string,
  values: readonly unknown[],
  ctx?: Context,
): Promise<number> => ((await database.manager(ctx).query(sql, [...values])) as { affectedRows: number }).affectedRows;
