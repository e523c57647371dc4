import { Conflict, NotAuthenticated, personOf, ValidationFailed, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createAttempts } from '../sessions/persistence/attempts.repository';
import { createSessionsRepository } from '../sessions/persistence/sessions.repository';
import { requireSession } from '../sessions/require-session';
import { createPeopleRepository } from './persistence/people.repository';
import type { PersonEntity } from './persistence/person.entity';
import { newTotpSecret, totpStep, totpUri } from './totp';

const wrongCode = (): ValidationFailed =>
  new ValidationFailed([
    { pointer: '/code', detail: { zh: '动态口令不对，或已用过', en: 'The code is wrong or was used already' } },
  ]);

/** Enrolment, confirmation and removal of the second factor. Password and codes may be tried 5 times in 15 minutes. */
export function secondFactor({ database, audit, clock, hasher, sealing }: IdentityDeps) {
  const people = createPeopleRepository(database);
  const sessions = createSessionsRepository(database);
  const attempts = createAttempts(database, clock);
  const me = async (ctx: Context): Promise<PersonEntity> => {
    const person = await people.find(ctx, personOf(ctx).personId);
    if (!person) throw new NotAuthenticated();
    return person;
  };
  const requirePassword = (ctx: Context, person: PersonEntity, password: string): Promise<void> =>
    hasher.run(async ({ verify }) => {
      const scope = await attempts.take(ctx, ['password', person.id]);
      if (!(await verify(person.passwordHash, password)))
        throw new ValidationFailed([{ pointer: '/password', detail: { zh: '密码不对', en: 'The password is wrong' } }]);
      await attempts.forget(ctx, scope);
    });
  const requireCode = async (ctx: Context, person: PersonEntity, code: string): Promise<void> => {
    const scope = await attempts.take(ctx, ['totp', person.id]);
    const step = person.totpSecret === null ? null : totpStep(sealing.open(person.totpSecret), code, clock.now());
    if (step === null || !(await people.takeTotpStep(ctx, person.id, step))) throw wrongCode();
    await attempts.forget(ctx, scope);
  };
  const change = (
    ctx: Context,
    action: string,
    part: (person: PersonEntity) => Partial<PersonEntity>,
    after: (tx: Parameters<Parameters<typeof database.run>[1]>[0]) => Promise<void>,
  ): Promise<void> =>
    database.run(ctx, async (tx) => {
      const { personId } = personOf(ctx);
      const person = await people.lock(tx, personId);
      if (!person) throw new NotAuthenticated();
      await people.update(tx, { ...person, ...part(person), version: person.version + 1, updatedAt: clock.now() });
      await after(tx);
      await audit.record(tx, { action, aggregate: { type: 'person', id: personId } });
    });

  return {
    async enrol(ctx: Context, password: string): Promise<{ secret: string; uri: string }> {
      await requireSession(ctx, sessions);
      const person = await me(ctx);
      await requirePassword(ctx, person, password);
      const secret = newTotpSecret();
      await change(
        ctx,
        'person.totp-enrolled',
        (locked) => {
          if (locked.totpConfirmedAt !== null)
            throw new Conflict('totp.confirmed', {
              zh: '已绑定动态口令，请先解除',
              en: 'A second factor is in use; remove it first',
            });
          return { totpSecret: sealing.seal(secret), totpLastStep: null };
        },
        async () => undefined,
      );
      return { secret, uri: totpUri(secret, person.login) };
    },
    /** Puts an enrolled factor into use, or confirms this session by one in use. */
    async confirm(ctx: Context, code: string): Promise<void> {
      const session = await requireSession(ctx, sessions);
      const person = await me(ctx);
      if (person.totpSecret === null)
        throw new Conflict('totp.not-enrolled', { zh: '请先绑定动态口令', en: 'Enrol a second factor first' });
      await requireCode(ctx, person, code);
      await change(
        ctx,
        'person.totp-confirmed',
        (locked) => ({ totpConfirmedAt: locked.totpConfirmedAt ?? clock.now() }),
        (tx) => sessions.change(tx, session.id, { secondFactor: true }),
      );
    },
    async remove(ctx: Context, command: { readonly password: string; readonly code: string }): Promise<void> {
      const person = await me(ctx);
      if (person.totpConfirmedAt === null)
        throw new Conflict('totp.not-enrolled', { zh: '没有绑定动态口令', en: 'There is no second factor' });
      await requirePassword(ctx, person, command.password);
      await requireCode(ctx, person, command.code);
      await change(
        ctx,
        'person.totp-removed',
        () => ({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null }),
        (tx) => sessions.forgetSecondFactor(tx, person.id),
      );
    },
  };
}
