import type { Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { LessThan } from 'typeorm';
import { InvitationEntity } from './invitation.entity';

/** What an invitation is known by: the hash of its link's token or of its code. */
export type InvitationKey = { readonly tokenHash: string } | { readonly codeHash: string };

export interface InvitationsRepository {
  byKey(ctx: Context, key: InvitationKey): Promise<InvitationEntity | null>;
  lockByKey(ctx: TransactionContext, key: InvitationKey): Promise<InvitationEntity | null>;
  lock(ctx: TransactionContext, id: string): Promise<InvitationEntity | null>;
  insert(ctx: TransactionContext, invitation: InvitationEntity): Promise<void>;
  change(
    ctx: TransactionContext,
    invitation: InvitationEntity,
    part: Partial<InvitationEntity>,
  ): Promise<InvitationEntity>;
  /** Newest first. */
  page(
    ctx: Context,
    of: { readonly organisationId: string } | { readonly communityCode: string },
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<InvitationEntity>>;
}

export const createInvitationsRepository = (database: Database): InvitationsRepository => {
  const lock = { mode: 'pessimistic_write' } as const;
  return {
    byKey: (ctx, key) => database.manager(ctx).findOneBy(InvitationEntity, key),
    lockByKey: (ctx, key) => database.manager(ctx).findOne(InvitationEntity, { where: key, lock }),
    lock: (ctx, id) => database.manager(ctx).findOne(InvitationEntity, { where: { id }, lock }),
    async insert(ctx, invitation) {
      await database.manager(ctx).insert(InvitationEntity, invitation);
    },
    async change(ctx, invitation, part) {
      const change = { ...part, version: invitation.version + 1 };
      await database.manager(ctx).update(InvitationEntity, { id: invitation.id }, change);
      return { ...invitation, ...change };
    },
    async page(ctx, of, { limit, cursor }) {
      const before = cursor === undefined ? '~' : decodeCursor(cursor, ['id'])[0];
      const rows = await database
        .manager(ctx)
        .find(InvitationEntity, { where: { ...of, id: LessThan(before) }, order: { id: 'DESC' }, take: limit + 1 });
      return pageFrom(rows, limit, (row) => [row.id]);
    },
  };
};
