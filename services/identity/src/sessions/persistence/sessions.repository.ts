import type { Context, Database } from '@duijie/service-kit';
import { IsNull } from 'typeorm';
import { execute, select } from '../../persistence/sql';
import { SessionEntity } from './session.entity';

/** A credential with its person, as it is resolved. */
export interface Credential {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string | null;
  readonly inPlaceOf: string | null;
  readonly secondFactor: boolean;
  readonly lastSeenAt: Date | null;
  readonly expiresAt: Date;
}

export interface SessionsRepository {
  /** One that has not ended; whether it is too old the caller decides. */
  credential(ctx: Context, secretHash: string): Promise<Credential | null>;
  find(ctx: Context, sessionId: string): Promise<SessionEntity | null>;
  insert(ctx: Context, session: SessionEntity): Promise<void>;
  change(ctx: Context, sessionId: string, change: Partial<SessionEntity>): Promise<void>;
  /** @returns the person whose session it was, or null when there was none to end */
  end(ctx: Context, secretHash: string, now: Date): Promise<{ readonly id: string; readonly personId: string } | null>;
  endOfPerson(ctx: Context, personId: string, now: Date, except?: string): Promise<void>;
  /** Sessions and tokens of the person no longer count as confirmed by a second factor. */
  forgetSecondFactor(ctx: Context, personId: string): Promise<void>;
  /** @returns how many rows went */
  prune(ctx: Context, before: Date): Promise<number>;
}

export const createSessionsRepository = (database: Database): SessionsRepository => ({
  async credential(ctx, secretHash) {
    const [row] = await select<Record<string, unknown>>(
      database,
      ctx,
      `SELECT s.id, s.person_id, p.name, s.organisation_id, s.in_place_of, s.second_factor, s.last_seen_at, s.expires_at
       FROM session s JOIN person p ON p.id = s.person_id WHERE s.secret_hash = ? AND s.ended_at IS NULL`,
      [secretHash],
    );
    return row
      ? {
          id: String(row['id']),
          personId: String(row['person_id']),
          personName: String(row['name']),
          organisationId: row['organisation_id'] as string | null,
          inPlaceOf: row['in_place_of'] as string | null,
          secondFactor: row['second_factor'] === 1,
          lastSeenAt: row['last_seen_at'] as Date,
          expiresAt: row['expires_at'] as Date,
        }
      : null;
  },
  find: (ctx, id) => database.manager(ctx).findOneBy(SessionEntity, { id, endedAt: IsNull() }),
  async insert(ctx, session) {
    await database.manager(ctx).insert(SessionEntity, session);
  },
  async change(ctx, id, change) {
    await database.manager(ctx).update(SessionEntity, { id }, change);
  },
  async end(ctx, secretHash, endedAt) {
    const manager = database.manager(ctx);
    const session = await manager.findOneBy(SessionEntity, { secretHash, endedAt: IsNull() });
    if (!session) return null;
    await manager.update(SessionEntity, { id: session.id }, { endedAt });
    return session;
  },
  async endOfPerson(ctx, personId, now, except = '') {
    await execute(
      database,
      ctx,
      'UPDATE session SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL AND id <> ?',
      [now, personId, except],
    );
  },
  async forgetSecondFactor(ctx, personId) {
    await execute(database, ctx, 'UPDATE session SET second_factor = 0 WHERE person_id = ? AND ended_at IS NULL', [
      personId,
    ]);
    await execute(database, ctx, 'UPDATE access_token SET second_factor = 0 WHERE person_id = ?', [personId]);
  },
  async prune(ctx, before) {
    const batch = 'LIMIT 1000';
    const sessions = await execute(
      database,
      ctx,
      `DELETE FROM session WHERE expires_at < ? ORDER BY expires_at ${batch}`,
      [before],
    );
    const tokens = await execute(
      database,
      ctx,
      `DELETE FROM access_token WHERE expires_at < ? ORDER BY expires_at ${batch}`,
      [before],
    );
    const windows = await execute(
      database,
      ctx,
      `DELETE FROM attempt_window WHERE started_at < ? ORDER BY started_at ${batch}`,
      [before],
    );
    return sessions + tokens + windows;
  },
});
