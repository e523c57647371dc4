import type { Database } from '@duijie/service-kit';

/** A guard that may be taken away to see that the others hold, or that a test can fail. */
export type Guard = 'locks' | 'versions' | 'constraints';

const rewrite = (sql: string, guards: readonly Guard[]): string => {
  const unlocked = guards.includes('locks') ? sql.replaceAll(/\bFOR UPDATE\b/g, '') : sql;
  return guards.includes('versions')
    ? unlocked.replaceAll('AND version = ?', 'AND (version = ? OR 1 = 1)').replaceAll('AND freed_at IS NULL', '')
    : unlocked;
};

interface Constraint {
  readonly drop: string;
  readonly add: string;
}
const constraints: readonly Constraint[] = [
  {
    drop: 'ALTER TABLE award DROP INDEX ux_award_live',
    add: 'ALTER TABLE award ADD UNIQUE INDEX ux_award_live (lot_id, live)',
  },
  {
    drop: 'ALTER TABLE award DROP INDEX ux_award_response',
    add: 'ALTER TABLE award ADD UNIQUE INDEX ux_award_response (response_id, live)',
  },
  {
    drop: 'ALTER TABLE package_capacity DROP CONSTRAINT ck_package_capacity_used',
    add: 'ALTER TABLE package_capacity ADD CONSTRAINT ck_package_capacity_used CHECK (used >= 0 AND used <= ceiling)',
  },
];

/** Puts every constraint back that a run which was broken off has left out. */
export async function mendConstraints(database: Database): Promise<void> {
  for (const { add } of constraints) await database.source.query(add).catch(() => undefined);
}

/**
 * Runs `work` with guards taken away between the service and its database: statements lose their locks or their
 * compare-and-swap on the way, tables lose their constraints. Breaches stay in the tables until they are cleared, which
 * must be done before the constraints come back.
 */
export async function without<T>(
  database: Database,
  guards: readonly Guard[],
  work: () => Promise<T>,
  clear: () => Promise<void>,
): Promise<T> {
  const { source } = database;
  const original = source.createQueryRunner.bind(source);
  if (guards.includes('constraints')) for (const { drop } of constraints) await source.query(drop);
  source.createQueryRunner = (...args) => {
    const runner = original(...args);
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
    runner.query = ((sql: string, ...rest: unknown[]) => query(rewrite(sql, guards), ...rest)) as typeof runner.query;
    return runner;
  };
  try {
    return await work();
  } finally {
    source.createQueryRunner = original;
    await clear();
    if (guards.includes('constraints')) for (const { add } of constraints) await source.query(add);
  }
}
