import type { OrganisationKind, OrganisationSummary, Page, VerificationState } from '@duijie/contracts';
import { NotAllowed, NotAuthenticated, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { staffRoleOf } from './caller';
import { summariseOrganisation } from './http/organisation.presenter';
import { createOrganisationsRepository } from './persistence/organisations.repository';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly verification: VerificationState;
  readonly district?: string | undefined;
  readonly name?: string | undefined;
}

/** Area in which an officer sees organisations that are not verified. */
function areaOf(ctx: Context): { district?: string | undefined; subdistrict?: string | undefined } {
  if (ctx.actor.type !== 'person') throw new NotAuthenticated();
  const acting = ctx.actor.actingFor;
  const officer =
    acting &&
    (acting.kind === 'subdistrict' || acting.kind === 'department') &&
    (acting.role === 'officer' || acting.role === 'owner') &&
    acting.verification === 'verified';
  if (!officer) throw new NotAllowed();
  return { district: acting.district ?? undefined, subdistrict: acting.subdistrict ?? undefined };
}

/** @throws NotAuthenticated, NotAllowed when others than verified ones are asked for by the public */
export function listOrganisations({ database, sealing }: IdentityDeps) {
  const organisations = createOrganisationsRepository(database);
  return async (ctx: Context, query: Query): Promise<Page<OrganisationSummary>> => {
    const staff = staffRoleOf(ctx) !== null;
    const area = query.verification === 'verified' || staff ? {} : areaOf(ctx);
    if (area.district !== undefined && query.district !== undefined && area.district !== query.district)
      return { items: [], nextCursor: null };
    const page = await organisations.page(
      ctx,
      { ...query, district: area.district ?? query.district, subdistrict: area.subdistrict },
      query,
    );
    return { ...page, items: page.items.map((o) => summariseOrganisation(o, sealing, staff)) };
  };
}
