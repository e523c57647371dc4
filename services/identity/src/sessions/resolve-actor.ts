import type { Actor, OnBehalfClaim } from '@duijie/contracts';
import { NotAuthenticated, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createDelegationsRepository } from '../members/persistence/delegations.repository';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { hashSecret } from '../secrets/hash-secret';
import { actOnBehalf } from './act-on-behalf';
import { createAccessTokensRepository } from './persistence/access-tokens.repository';
import { createSessionsRepository } from './persistence/sessions.repository';
import { presentActingFor } from './present-acting-for';
import { isStaffKind, sessionTerms } from './session-terms';
import { usableMemberships } from './usable-memberships';

interface Command {
  readonly credential: { readonly type: 'session' | 'token'; readonly secret: string };
  readonly organisationId: string | null;
  readonly onBehalf: OnBehalfClaim | null;
}

/**
 * Two indexed queries; a third one only while somebody's place is taken, one more for a broker on behalf of another, and a
 * write at most once a minute.
 * @throws NotAuthenticated when the credential is unknown, ended or too old; what {@link actOnBehalf} throws
 */
export function resolveActor({ database, clock, host }: IdentityDeps) {
  const sessions = createSessionsRepository(database);
  const tokens = createAccessTokensRepository(database);
  const memberships = createMembershipsRepository(database);
  const delegations = createDelegationsRepository(database);
  const act = actOnBehalf(createOrganisationsRepository(database));

  return async (
    ctx: Context,
    { credential: { type, secret }, organisationId, onBehalf }: Command,
  ): Promise<{ actor: Actor }> => {
    const now = clock.now();
    const isSession = type === 'session';
    const found = await (isSession ? sessions : tokens).credential(ctx, hashSecret(secret));
    const ended = (): NotAuthenticated => new NotAuthenticated({ reason: `${type}.ended` });
    if (!found || found.expiresAt <= now) throw ended();
    const all = await memberships.ofPerson(ctx, found.personId);

    const idleMs = found.lastSeenAt === null ? 0 : now.getTime() - found.lastSeenAt.getTime();
    if (isSession && idleMs > (all.some((m) => isStaffKind(m.kind)) ? sessionTerms.staffIdleMs : sessionTerms.idleMs))
      throw ended();
    if (found.lastSeenAt === null || idleMs > sessionTerms.seenEveryMs)
      await (isSession ? sessions.change(ctx, found.id, { lastSeenAt: now }) : tokens.seen(ctx, found.id, now));

    const usable = usableMemberships(all, host.production, found.secondFactor);
    const of = (id: string | null) => usable.find((m) => m.organisationId === id);
    const chosen = of(organisationId) ?? of(found.organisationId) ?? usable[0];
    const standIn =
      chosen && found.inPlaceOf !== null && chosen.organisationId === found.organisationId
        ? (await delegations.inForce(ctx, found.personId, now)).find(
            (d) => d.organisationId === chosen.organisationId && d.absentId === found.inPlaceOf,
          )
        : undefined;
    const actingFor = chosen ? presentActingFor(chosen, standIn?.role) : null;
    return {
      actor: {
        type: 'person',
        personId: found.personId,
        name: found.personName,
        credentialId: found.id,
        ...(onBehalf === null ? { actingFor } : await act(ctx, actingFor, onBehalf)),
        inPlaceOf: standIn?.absentId ?? null,
      },
    };
  };
}
