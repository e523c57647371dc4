import type { SessionView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { NotAuthenticated, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { normalizeLogin } from '../people/normalize-login';
import { createPeopleRepository } from '../people/persistence/people.repository';
import { totpStep } from '../people/totp';
import { hashSecret } from '../secrets/hash-secret';
import { newSecret } from '../secrets/new-secret';
import { createAttempts } from './persistence/attempts.repository';
import { createSessionsRepository } from './persistence/sessions.repository';
import { secondFactorState } from './second-factor-state';
import { sessionTerms } from './session-terms';

interface Command {
  readonly login: string;
  readonly password: string;
  readonly code: string | null;
  readonly remoteAddress: string | null;
  readonly replaces: string | null;
}
const wrong = (): NotAuthenticated =>
  new NotAuthenticated({
    reason: 'sign-in.wrong',
    detail: { zh: '登录名或密码不对', en: 'Login or password is wrong' },
  });

/**
 * Signs a person in. An unknown login takes as long as a wrong password.
 * @throws NotAuthenticated `sign-in.wrong`, `totp.required`, `totp.wrong`; RateLimited after 5 failures in 15 minutes by
 *   login and address; Unavailable when too many sign in at once
 */
export function openSession(deps: IdentityDeps) {
  const { database, audit, clock, hasher, host, sealing } = deps;
  const people = createPeopleRepository(database);
  const sessions = createSessionsRepository(database);
  const memberships = createMembershipsRepository(database);
  const attempts = createAttempts(database, clock);

  return (ctx: Context, command: Command): Promise<SessionView & { sessionToken: string }> =>
    hasher.run(async ({ verify }) => {
      const login = normalizeLogin(command.login);
      const person = await people.findByLogin(ctx, login);
      const scope = await attempts.take(ctx, ['sign-in', person?.id ?? login, command.remoteAddress ?? '']);
      const right = await verify(person?.passwordHash ?? null, command.password);
      const refused = (reason: string): Promise<void> =>
        database.run(ctx, (tx) =>
          audit.record(tx, {
            action: 'session.refused',
            aggregate: { type: 'person', id: person?.id ?? 'unknown' },
            data: { reason, remoteAddress: command.remoteAddress },
          }),
        );
      if (!person || !right) {
        await refused('password');
        throw wrong();
      }
      const secondFactor = person.totpConfirmedAt !== null && person.totpSecret !== null;
      if (secondFactor) {
        if (command.code === null)
          throw new NotAuthenticated({
            reason: 'totp.required',
            detail: { zh: '请输入动态口令', en: 'Enter the code of your authenticator app' },
          });
        const step = totpStep(sealing.open(person.totpSecret ?? ''), command.code, clock.now());
        if (step === null || !(await people.takeTotpStep(ctx, person.id, step))) {
          await refused('code');
          throw new NotAuthenticated({
            reason: 'totp.wrong',
            detail: { zh: '动态口令不对，或已用过', en: 'The code is wrong or was used already' },
          });
        }
      }

      const sessionToken = newSecret();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + sessionTerms.absoluteMs);
      const organisations = await memberships.ofPerson(ctx, person.id);
      await database.run(ctx, async (tx) => {
        const id = newId(now.getTime());
        await sessions.insert(tx, {
          id,
          personId: person.id,
          secretHash: hashSecret(sessionToken),
          organisationId: null,
          inPlaceOf: null,
          secondFactor,
          createdAt: now,
          lastSeenAt: now,
          expiresAt,
          endedAt: null,
        });
        if (command.replaces !== null) await sessions.end(tx, hashSecret(command.replaces), now);
        await attempts.forget(tx, scope);
        await audit.record(tx, {
          action: 'session.opened',
          aggregate: { type: 'person', id: person.id },
          data: { sessionId: id, remoteAddress: command.remoteAddress },
        });
      });
      // An enrolment that was never confirmed counts for nothing.
      const usable = { ...person, totpSecret: secondFactor ? person.totpSecret : null };
      const state = secondFactorState(usable, organisations, host.production, secondFactor);
      return {
        sessionToken,
        expiresAt: expiresAt.toISOString(),
        person: { id: person.id, name: person.name, login: person.login },
        organisations,
        secondFactor: state === 'to-confirm' ? 'none' : state,
      };
    });
}
