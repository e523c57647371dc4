import type { Context, Database } from '@duijie/service-kit';

/** Raw SQL with typed rows, in the context's transaction if it has one. */
export const select = async <Row>(
  database: Database,
  ctx: Context,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => (await database.manager(ctx).query(sql, [...values])) as Row[];

/** @returns how many rows the statement touched */
export const execute = async (
  database: Database,
  ctx: Context,
  sql: string,
  values: readonly unknown[] = [],
): Promise<number> => ((await database.manager(ctx).query(sql, [...values])) as { affectedRows: number }).affectedRows;
