import type { Context, Database } from '@duijie/service-kit';
import { MoreThan } from 'typeorm';
import { select } from '../../persistence/sql';
import { AccessTokenEntity } from './access-token.entity';
import type { Credential } from './sessions.repository';

export interface AccessTokensRepository {
  credential(ctx: Context, secretHash: string): Promise<Credential | null>;
  /** Those that have not expired, newest first. */
  live(ctx: Context, personId: string, now: Date): Promise<AccessTokenEntity[]>;
  insert(ctx: Context, token: AccessTokenEntity): Promise<void>;
  seen(ctx: Context, tokenId: string, now: Date): Promise<void>;
  /** @returns whether the person had it */
  remove(ctx: Context, personId: string, tokenId: string): Promise<boolean>;
  removeOfPerson(ctx: Context, personId: string): Promise<void>;
}

export const createAccessTokensRepository = (database: Database): AccessTokensRepository => ({
  async credential(ctx, secretHash) {
    const [row] = await select<Record<string, unknown>>(
      database,
      ctx,
      `SELECT t.id, t.person_id, p.name, t.organisation_id, t.second_factor, t.last_used_at, t.expires_at
       FROM access_token t JOIN person p ON p.id = t.person_id WHERE t.secret_hash = ?`,
      [secretHash],
    );
    return row
      ? {
          id: String(row['id']),
          personId: String(row['person_id']),
          personName: String(row['name']),
          organisationId: row['organisation_id'] as string | null,
          inPlaceOf: null,
          secondFactor: row['second_factor'] === 1,
          lastSeenAt: row['last_used_at'] as Date | null,
          expiresAt: row['expires_at'] as Date,
        }
      : null;
  },
  live: (ctx, personId, now) =>
    database
      .manager(ctx)
      .find(AccessTokenEntity, { where: { personId, expiresAt: MoreThan(now) }, order: { id: 'DESC' }, take: 20 }),
  async insert(ctx, token) {
    await database.manager(ctx).insert(AccessTokenEntity, token);
  },
  async seen(ctx, id, lastUsedAt) {
    await database.manager(ctx).update(AccessTokenEntity, { id }, { lastUsedAt });
  },
  remove: async (ctx, personId, id) => {
    const { affected } = await database.manager(ctx).delete(AccessTokenEntity, { id, personId });
    return affected === 1;
  },
  async removeOfPerson(ctx, personId) {
    await database.manager(ctx).delete(AccessTokenEntity, { personId });
  },
});
