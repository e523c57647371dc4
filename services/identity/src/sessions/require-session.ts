import { NotAllowed, personOf, type Context } from '@duijie/service-kit';
import type { SessionEntity } from './persistence/session.entity';
import type { SessionsRepository } from './persistence/sessions.repository';

/** The session that asks. @throws NotAllowed `session.needed` when it is a program with an access token */
export async function requireSession(ctx: Context, sessions: SessionsRepository): Promise<SessionEntity> {
  const { credentialId, personId } = personOf(ctx);
  const session = await sessions.find(ctx, credentialId);
  if (session?.personId === personId) return session;
  throw new NotAllowed({
    reason: 'session.needed',
    detail: { zh: '请登录后在网页上操作', en: 'Sign in for this; an access token does not suffice' },
  });
}
