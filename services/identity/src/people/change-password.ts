import { NotAuthenticated, personOf, ValidationFailed, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createAttempts } from '../sessions/persistence/attempts.repository';
import { createSessionsRepository } from '../sessions/persistence/sessions.repository';
import { createPeopleRepository } from './persistence/people.repository';
import { requireGoodPassword } from './require-good-password';

/** All other sessions of the person end. */
export function changePassword(deps: IdentityDeps) {
  const { database, audit, clock, hasher } = deps;
  const people = createPeopleRepository(database);
  const sessions = createSessionsRepository(database);
  const attempts = createAttempts(database, clock);
  return async (ctx: Context, command: { readonly current: string; readonly next: string }): Promise<void> => {
    const { personId, credentialId } = personOf(ctx);
    const known = await people.find(ctx, personId);
    if (!known) throw new NotAuthenticated();
    requireGoodPassword(command.next, known.login, '/next');
    await hasher.run(async ({ hash, verify }) => {
      const scope = await attempts.take(ctx, ['password', personId]);
      if (!(await verify(known.passwordHash, command.current)))
        throw new ValidationFailed([
          { pointer: '/current', detail: { zh: '当前密码不对', en: 'This is not the present password' } },
        ]);
      const passwordHash = await hash(command.next);
      await database.run(ctx, async (tx) => {
        const person = await people.lock(tx, personId);
        if (!person) throw new NotAuthenticated();
        await people.update(tx, { ...person, passwordHash, version: person.version + 1, updatedAt: clock.now() });
        await sessions.endOfPerson(tx, personId, clock.now(), credentialId);
        await attempts.forget(tx, scope);
        await audit.record(tx, { action: 'person.password-changed', aggregate: { type: 'person', id: personId } });
      });
    });
  };
}
