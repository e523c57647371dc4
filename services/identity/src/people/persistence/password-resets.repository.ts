import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { execute } from '../../persistence/sql';
import { PasswordResetEntity } from './password-reset.entity';

export interface PasswordResetsRepository {
  /** Replaces an earlier one of the person. */
  put(ctx: TransactionContext, reset: PasswordResetEntity): Promise<void>;
  /**
   * Spends one try on the person's code, before it is compared, so that many at once cannot slip through.
   * @returns the code's hash, or null when there is none, it is too old or has no tries left
   */
  tryOne(ctx: Context, personId: string, now: Date): Promise<string | null>;
  /** @returns false when somebody used it meanwhile */
  use(ctx: TransactionContext, personId: string, codeHash: string): Promise<boolean>;
}

export const createPasswordResetsRepository = (database: Database): PasswordResetsRepository => ({
  async put(ctx, reset) {
    const manager = database.manager(ctx);
    await manager.delete(PasswordResetEntity, { personId: reset.personId });
    await manager.insert(PasswordResetEntity, reset);
  },
  async tryOne(ctx, personId, now) {
    const taken = await execute(
      database,
      ctx,
      'UPDATE password_reset SET tries_left = tries_left - 1 WHERE person_id = ? AND tries_left > 0 AND expires_at > ?',
      [personId, now],
    );
    if (taken === 0) return null;
    return (await database.manager(ctx).findOneBy(PasswordResetEntity, { personId }))?.codeHash ?? null;
  },
  async use(ctx, personId, codeHash) {
    const { affected } = await database.manager(ctx).delete(PasswordResetEntity, { personId, codeHash });
    return affected === 1;
  },
});
