import type { previewInvitation as contract } from '@duijie/contracts';
import { NotFound, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createPlacesReadModel } from '../places/persistence/places.read-model';
import { findInvitation } from './find-invitation';

/** What an invitation is for, told without sign-in. */
export function previewInvitation(deps: IdentityDeps) {
  const organisations = createOrganisationsRepository(deps.database);
  const places = createPlacesReadModel(deps.database);
  const invitations = findInvitation(deps);
  return async (ctx: Context, secret: string): Promise<z.input<(typeof contract)['response']>> => {
    const { invitation } = await invitations.find(ctx, secret);
    const terms = { type: invitation.type, role: invitation.role, expiresAt: invitation.expiresAt.toISOString() };
    if (invitation.communityCode !== null) {
      const community = await places.community(ctx, invitation.communityCode);
      if (!community) throw new NotFound();
      const { shortName, district, subdistrict } = community;
      return { ...terms, name: shortName, kind: 'community', district, subdistrict };
    }
    const organisation = await organisations.find(ctx, invitation.organisationId ?? '');
    if (!organisation) throw new NotFound();
    const { name, kind, district, subdistrict } = organisation;
    return { ...terms, name, kind, district, subdistrict };
  };
}
