import { AsyncLocalStorage } from 'node:async_hooks';
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
  readonly #running = new AsyncLocalStorage<{ ended: boolean }>();

  /** @param onFault told of work inside a transaction that goes beside it */
  constructor(
    readonly source: DataSource,
    private readonly onFault: (fault: Error) => void,
  ) {}

  /** The manager of the context's transaction, or one outside any transaction. For `persistence/` only. */
  manager(ctx?: Context): EntityManager {
    if (ctx?.transaction) return managerOfTransaction(ctx.transaction);
    this.watch();
    return this.source.manager;
  }

  /**
   * READ COMMITTED, with up to 3 more tries after a deadlock (1213) or lock wait timeout (1205).
   * `work` may therefore run several times: it must not reach outside the database.
   */
  async run<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
    if (ctx.transaction) return work(ctx as TransactionContext);
    this.watch();
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

  /** Who holds a connection and asks for a second one waits for ever once all are held so; it also does not see its own writes. */
  private watch(): void {
    const running = this.#running.getStore();
    if (running && !running.ended)
      this.onFault(new Error('A query beside the transaction it stands in: the context was not handed on'));
  }

  private async once<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const transaction = new Transaction(runner.manager);
    const running = { ended: false };
    try {
      await runner.startTransaction('READ COMMITTED');
      const result = await this.#running.run(running, () => work({ ...ctx, transaction }));
      running.ended = true;
      await runner.commitTransaction();
      transaction.committed();
      return result;
    } catch (error) {
      running.ended = true;
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      for (const name of transaction.heldLocks)
        await runner.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
      await runner.release();
    }
  }
}
