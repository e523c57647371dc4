import type { Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { hashSecret } from '../secrets/hash-secret';
import { createSessionsRepository } from './persistence/sessions.repository';

/** Signs out; harmless when there is nothing to end. */
export function closeSession({ database, audit, clock }: IdentityDeps) {
  const sessions = createSessionsRepository(database);
  return (ctx: Context, sessionToken: string): Promise<void> =>
    database.run(ctx, async (tx) => {
      const ended = await sessions.end(tx, hashSecret(sessionToken), clock.now());
      if (!ended) return;
      await audit.record(tx, {
        action: 'session.closed',
        aggregate: { type: 'person', id: ended.personId },
        data: { sessionId: ended.id },
      });
    });
}
