import { Unavailable, type Database, type TransactionContext } from '@duijie/service-kit';
import { select } from './sql';

const waitSeconds = 30;

/**
 * Takes an advisory lock of this database for the rest of the transaction.
 * @param name at most 30 characters
 * @throws Unavailable when somebody else holds it for too long
 */
export async function takeNamedLock(database: Database, ctx: TransactionContext, name: string): Promise<void> {
  const [row] = await select<{ lockName: string }>(database, ctx, `SELECT CONCAT(?, '@', DATABASE()) AS lockName`, [
    name,
  ]);
  const lockName = row?.lockName ?? name;
  const [got] = await select<{ taken: number | string | null }>(database, ctx, 'SELECT GET_LOCK(?, ?) AS taken', [
    lockName,
    waitSeconds,
  ]);
  if (Number(got?.taken) !== 1) throw new Unavailable({ zh: '系统正在初始化', en: 'The system is being set up' });
  ctx.transaction.heldLocks.add(lockName);
}
