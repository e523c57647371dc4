import { select, type Database, type HostFacts, type TransactionContext } from '@duijie/service-kit';

/**
 * Asks the database server for the time, ahead as far as the clock of all services is (demo and test only). Asked after a
 * lot is locked, it orders submissions and the opening as their locks do.
 */
export type ServerTime = (ctx: TransactionContext) => Promise<Date>;

export const serverTime =
  (database: Database, host: Pick<HostFacts, 'clockAheadMs'>): ServerTime =>
  async (ctx) => {
    const [row] = await select<{ utc: Date }>(database, 'SELECT UTC_TIMESTAMP(3) AS utc', [], ctx);
    if (!row) throw new Error('The database server did not tell its time');
    return new Date(row.utc.getTime() + host.clockAheadMs());
  };
