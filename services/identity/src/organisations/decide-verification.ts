import type { OrganisationView } from '@duijie/contracts';
import { Conflict, NotFound, requireReach, requireVersion, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { presentOrganisation } from './http/organisation.presenter';
import { organisationSubject } from './organisation-subject';
import { createOrganisationsRepository } from './persistence/organisations.repository';
import { saveOrganisation } from './save-organisation';
import { verificationLifecycle, type VerificationStep } from './verification-lifecycle';

const actions = {
  verify: 'verified',
  reject: 'rejected',
  resubmit: 'resubmitted',
  suspend: 'suspended',
  reinstate: 'reinstated',
} as const satisfies Record<VerificationStep, string>;

/** One step of verification. @throws Conflict `organisation.wrong-state` */
export function decideVerification(deps: IdentityDeps) {
  const { database, audit, sealing } = deps;
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const claims = createCommunityClaims(database);
  const save = saveOrganisation(deps);
  return (
    ctx: Context,
    step: VerificationStep,
    command: { readonly organisationId: string; readonly reason: string | null },
    ifMatch: number,
  ): Promise<OrganisationView> =>
    database.run(ctx, async (tx) => {
      const { organisationId, reason } = command;
      const organisation = await organisations.lock(tx, organisationId);
      if (!organisation) throw new NotFound();
      requireReach(ctx, organisationSubject(organisation));
      requireVersion(ifMatch, organisation.version);
      const decided = verificationLifecycle.next(organisation.verification, step);
      if (!decided.ok) throw new Conflict('organisation.wrong-state', decided.refusal);
      const next = await save.change(tx, organisation, { verification: decided.value, verificationReason: reason });
      if (decided.value === 'verified' && (await memberships.hasMembers(tx, organisationId)))
        await claims.claimed(tx, organisationId);
      await audit.record(tx, {
        action: `organisation.${actions[step]}`,
        aggregate: { type: 'organisation', id: organisationId },
        from: organisation.verification,
        to: decided.value,
        reason,
      });
      return presentOrganisation(next, await organisations.affiliations(tx, organisationId), sealing, true);
    });
}
