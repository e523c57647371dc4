import type { AccessTokenView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { Conflict, NotFound, personOf, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { hashSecret } from '../secrets/hash-secret';
import { newSecret } from '../secrets/new-secret';
import type { AccessTokenEntity } from './persistence/access-token.entity';
import { createAccessTokensRepository } from './persistence/access-tokens.repository';
import { createSessionsRepository } from './persistence/sessions.repository';
import { requireSession } from './require-session';

const mostTokens = 20;
const dayMs = 86_400_000;
const present = (token: AccessTokenEntity): AccessTokenView => ({
  id: token.id,
  name: token.name,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});

/** Personal access tokens: made in a session, shown once, taken back at any time. */
export function accessTokens({ database, audit, clock }: IdentityDeps) {
  const tokens = createAccessTokensRepository(database);
  const sessions = createSessionsRepository(database);
  const memberships = createMembershipsRepository(database);
  return {
    create: (
      ctx: Context,
      command: { readonly name: string; readonly validDays: number; readonly organisationId: string | null },
    ): Promise<AccessTokenView & { token: string }> =>
      database.run(ctx, async (tx) => {
        const session = await requireSession(tx, sessions);
        const { personId } = session;
        const now = clock.now();
        if (command.organisationId !== null && !(await memberships.find(tx, command.organisationId, personId)))
          throw new NotFound();
        if ((await tokens.live(tx, personId, now)).length >= mostTokens)
          throw new Conflict('token.too-many', {
            zh: `最多 ${mostTokens} 个访问令牌，请先吊销不用的`,
            en: `At most ${mostTokens} tokens; revoke one first`,
          });
        const token = `dj_${newSecret()}`;
        const entity: AccessTokenEntity = {
          id: newId(now.getTime()),
          personId,
          name: command.name,
          secretHash: hashSecret(token),
          organisationId: command.organisationId,
          secondFactor: session.secondFactor,
          createdAt: now,
          expiresAt: new Date(now.getTime() + command.validDays * dayMs),
          lastUsedAt: null,
        };
        await tokens.insert(tx, entity);
        await audit.record(tx, {
          action: 'token.created',
          aggregate: { type: 'person', id: personId },
          data: { tokenId: entity.id },
        });
        return { ...present(entity), token };
      }),
    async list(ctx: Context): Promise<{ items: AccessTokenView[] }> {
      const live = await tokens.live(ctx, personOf(ctx).personId, clock.now());
      return { items: live.map(present) };
    },
    revoke: (ctx: Context, tokenId: string): Promise<void> =>
      database.run(ctx, async (tx) => {
        const { personId } = personOf(ctx);
        if (!(await tokens.remove(tx, personId, tokenId))) throw new NotFound();
        await audit.record(tx, {
          action: 'token.revoked',
          aggregate: { type: 'person', id: personId },
          data: { tokenId },
        });
      }),
  };
}
