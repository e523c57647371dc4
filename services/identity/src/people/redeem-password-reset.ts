import { ValidationFailed, type Context } from '@duijie/service-kit';
import { timingSafeEqual } from 'node:crypto';
import type { IdentityDeps } from '../identity-deps';
import { normalizeOneTimeCode } from '../secrets/one-time-code';
import { createAttempts } from '../sessions/persistence/attempts.repository';
import { createAccessTokensRepository } from '../sessions/persistence/access-tokens.repository';
import { createSessionsRepository } from '../sessions/persistence/sessions.repository';
import { normalizeLogin } from './normalize-login';
import { createPasswordResetsRepository } from './persistence/password-resets.repository';
import { createPeopleRepository } from './persistence/people.repository';
import { requireGoodPassword } from './require-good-password';

const wrongCode = (): ValidationFailed =>
  new ValidationFailed([
    {
      pointer: '/code',
      detail: { zh: '一次性码不对或已失效，请重新索取', en: 'The code is wrong or no longer valid; ask for another' },
    },
  ]);

/** Sets a new password by a code and ends every session and token of the person. A wrong code and an unknown login answer alike. */
export function redeemPasswordReset({ database, audit, clock, hasher, sealing }: IdentityDeps) {
  const people = createPeopleRepository(database);
  const resets = createPasswordResetsRepository(database);
  const sessions = createSessionsRepository(database);
  const tokens = createAccessTokensRepository(database);
  const attempts = createAttempts(database, clock);
  return (
    ctx: Context,
    command: { readonly login: string; readonly code: string; readonly password: string },
  ): Promise<void> => {
    requireGoodPassword(command.password, command.login, '/password');
    return hasher.run(async ({ hash }) => {
      const login = normalizeLogin(command.login);
      const scope = await attempts.take(ctx, ['password-reset', login, ctx.remoteAddress ?? '']);
      const person = await people.findByLogin(ctx, login);
      const wanted = person ? await resets.tryOne(ctx, person.id, clock.now()) : null;
      const given = sealing.hashCode(normalizeOneTimeCode(command.code));
      if (!person || wanted === null || !timingSafeEqual(Buffer.from(wanted), Buffer.from(given))) throw wrongCode();
      const passwordHash = await hash(command.password);
      await database.run(ctx, async (tx) => {
        const locked = await people.lock(tx, person.id);
        if (!locked || !(await resets.use(tx, person.id, wanted))) throw wrongCode();
        const now = clock.now();
        await people.update(tx, { ...locked, passwordHash, version: locked.version + 1, updatedAt: now });
        await sessions.endOfPerson(tx, person.id, now);
        await tokens.removeOfPerson(tx, person.id);
        await attempts.forget(tx, scope);
        await audit.record(tx, { action: 'person.password-reset', aggregate: { type: 'person', id: person.id } });
      });
    });
  };
}
