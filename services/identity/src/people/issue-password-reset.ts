import { actingForOf, NotAllowed, NotFound, personOf, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { newOneTimeCode } from '../secrets/one-time-code';
import { createPasswordResetsRepository } from './persistence/password-resets.repository';
import { createPeopleRepository } from './persistence/people.repository';

const validMs = 30 * 60_000;
const tries = 5;

/**
 * A head may help a member who belongs to no other organisation: the code opens all that the person has. Brokers help
 * everybody else, and only an administrator helps the association's own people.
 */
export function issuePasswordReset({ database, audit, clock, sealing }: IdentityDeps) {
  const people = createPeopleRepository(database);
  const resets = createPasswordResetsRepository(database);
  const memberships = createMembershipsRepository(database);
  return (ctx: Context, personId: string): Promise<{ login: string; code: string; expiresAt: string }> =>
    database.run(ctx, async (tx) => {
      const acting = actingForOf(ctx);
      const person = await people.lock(tx, personId);
      if (!person) throw new NotFound();
      const theirs = await memberships.ofPerson(tx, personId);
      const staff = acting.kind === 'association' && (acting.role === 'broker' || acting.role === 'administrator');
      if (!staff && !theirs.some((m) => m.organisationId === acting.organisationId)) throw new NotFound();
      const allowed = staff
        ? acting.role === 'administrator' || theirs.every((m) => m.kind !== 'association')
        : theirs.every((m) => m.organisationId === acting.organisationId);
      if (!allowed)
        throw new NotAllowed({
          reason: 'password-reset.other-organisations',
          detail: {
            zh: '此人还属于其他机构，请由协会办理',
            en: 'This person belongs to other organisations too; ask the association',
          },
        });
      const code = newOneTimeCode();
      const expiresAt = new Date(clock.now().getTime() + validMs);
      await resets.put(tx, {
        personId,
        codeHash: sealing.hashCode(code),
        triesLeft: tries,
        issuedBy: personOf(ctx).personId,
        expiresAt,
      });
      await audit.record(tx, { action: 'password-reset.issued', aggregate: { type: 'person', id: personId } });
      return { login: person.login, code, expiresAt: expiresAt.toISOString() };
    });
}
