import type { EntityManager } from 'typeorm';
import { driverErrno, driverErrors, isDatabaseAway } from '../../persistence/driver-error';

/**
 * Runs work whose writes can be dropped without those around it.
 * @param name unlike that of a savepoint around it
 * @param keep whether the result's writes stay
 * @param failed makes a result of what was thrown; errors that end the whole transaction are thrown on
 */
export async function withinSavepoint<T>(
  manager: EntityManager,
  name: 'import_row' | 'import_trial',
  work: () => Promise<T>,
  keep: (result: T) => boolean,
  failed: (error: unknown) => T,
): Promise<T> {
  await manager.query(`SAVEPOINT ${name}`);
  let result: T;
  let kept = false;
  try {
    result = await work();
    kept = keep(result);
  } catch (error) {
    const errno = driverErrno(error);
    // These leave the transaction in a state that only its repetition mends.
    if (errno === driverErrors.deadlock || errno === driverErrors.lockWaitTimeout || isDatabaseAway(error)) throw error;
    result = failed(error);
  }
  await manager.query(kept ? `RELEASE SAVEPOINT ${name}` : `ROLLBACK TO SAVEPOINT ${name}`);
  return result;
}
