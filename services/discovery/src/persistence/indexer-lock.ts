import type { Database } from '@duijie/service-kit';

/** A lock of the database server that one process holds while it lives. */
export interface IndexerLock {
  /** Takes the lock unless another process holds it; also true when it is held already. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

/** @param name of the lock on the server, at most 64 characters */
export function createIndexerLock(database: Database, name: string): IndexerLock {
  let runner: ReturnType<Database['source']['createQueryRunner']> | undefined;
  const give = async (): Promise<void> => {
    const held = runner;
    runner = undefined;
    if (!held) return;
    await held.query('SELECT RELEASE_LOCK(?)', [name]).catch(() => undefined);
    await held.release();
  };
  return {
    async hold() {
      try {
        runner ??= database.source.createQueryRunner();
        const [row] = (await runner.query('SELECT IF(IS_USED_LOCK(?) = CONNECTION_ID(), 1, GET_LOCK(?, 0)) AS held', [
          name,
          name,
        ])) as { held: string | number | null }[];
        if (Number(row?.held) === 1) return true;
        await give();
        return false;
      } catch (error) {
        // The connection is gone, and the lock with it.
        await give();
        throw error;
      }
    },
    release: give,
  };
}
