import type { DataSource, EntityManager } from 'typeorm';
import type { Context, TransactionContext } from '../context';
import { driverErrno, driverErrors } from './driver-error';
import { managerOfTransaction, Transaction } from './transaction';

const attempts = 4;

/** Runs work in a transaction; a nested run joins the outer one. */
export interface TransactionRunner {
  run<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T>;
}

/** One service's database: a manager for reads and writes, and the transaction runner. */
export class Database implements TransactionRunner {
  constructor(readonly source: DataSource) {}

  /** The manager of the context's transaction, or one outside any transaction. For `persistence/` only. */
  manager(ctx?: Context): EntityManager {
    return ctx?.transaction ? managerOfTransaction(ctx.transaction) : this.source.manager;
  }

  /**
   * READ COMMITTED, with up to 3 more tries after a deadlock (1213) or lock wait timeout (1205).
   * `work` may therefore run several times: it must not reach outside the database.
   */
  async run<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
    if (ctx.transaction) return work(ctx as TransactionContext);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(ctx, work);
      } catch (error) {
        const errno = driverErrno(error);
        if (attempt === attempts || (errno !== driverErrors.deadlock && errno !== driverErrors.lockWaitTimeout))
          throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 4 ** attempt));
      }
    }
  }

  private async once<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const transaction = new Transaction(runner.manager);
    try {
      await runner.startTransaction('READ COMMITTED');
      const result = await work({ ...ctx, transaction });
      await runner.commitTransaction();
      transaction.committed();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      for (const name of transaction.heldLocks)
        await runner.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
      await runner.release();
    }
  }
}
