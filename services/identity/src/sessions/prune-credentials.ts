import type { Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createSessionsRepository } from './persistence/sessions.repository';

/** Sessions and tokens are kept for a while after their end, for whoever asks what happened. */
const keptMs = 30 * 86_400_000;

/** Takes away what expired long ago, some at a time. */
export function pruneCredentials({ database, clock }: IdentityDeps) {
  const sessions = createSessionsRepository(database);
  return async (ctx: Context): Promise<void> => {
    await sessions.prune(ctx, new Date(clock.now().getTime() - keptMs));
  };
}
