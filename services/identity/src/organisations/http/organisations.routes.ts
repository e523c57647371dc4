import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { addAffiliation } from '../add-affiliation';
import { changeOrganisation } from '../change-organisation';
import { createOrganisation } from '../create-organisation';
import { decideAffiliation } from '../decide-affiliation';
import { decideVerification } from '../decide-verification';
import { getOrganisation } from '../get-organisation';
import { listAffiliations } from '../list-affiliations';
import { listContacts } from '../list-contacts';
import { listOrganisations } from '../list-organisations';

export function organisationsRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const create = createOrganisation(deps);
  const list = listOrganisations(deps);
  const get = getOrganisation(deps);
  const contacts = listContacts(deps);
  const change = changeOrganisation(deps);
  const verification = decideVerification(deps);
  const ties = listAffiliations(deps);
  const add = addAffiliation(deps);
  const tie = decideAffiliation(deps);
  return [
    bind(identityRoutes.createOrganisation, (ctx, { body }) => create(ctx, body)),
    bind(identityRoutes.listOrganisations, async (ctx, { query }) => answerPage(await list(ctx, query))),
    bind(identityRoutes.getOrganisation, (ctx, { params }) => get(ctx, params.organisationId)),
    bind(identityRoutes.listOrganisationContacts, (ctx, { query }) => contacts(ctx, query.organisationIds)),
    bind(identityRoutes.changeOrganisation, (ctx, { params, body, ifMatch }) =>
      change(ctx, params.organisationId, body, ifMatch),
    ),
    bind(identityRoutes.verifyOrganisation, (ctx, { params, body, ifMatch }) =>
      verification(ctx, 'verify', { ...params, reason: body.reason ?? null }, ifMatch),
    ),
    bind(identityRoutes.rejectOrganisation, (ctx, { params, body, ifMatch }) =>
      verification(ctx, 'reject', { ...params, ...body }, ifMatch),
    ),
    bind(identityRoutes.resubmitOrganisation, (ctx, { params, ifMatch }) =>
      verification(ctx, 'resubmit', { ...params, reason: null }, ifMatch),
    ),
    bind(identityRoutes.suspendOrganisation, (ctx, { params, body, ifMatch }) =>
      verification(ctx, 'suspend', { ...params, ...body }, ifMatch),
    ),
    bind(identityRoutes.reinstateOrganisation, (ctx, { params, body, ifMatch }) =>
      verification(ctx, 'reinstate', { ...params, ...body }, ifMatch),
    ),
    bind(identityRoutes.listAffiliations, async (ctx, { params, query }) =>
      answerPage(await ties(ctx, params.organisationId, query)),
    ),
    bind(identityRoutes.addAffiliation, (ctx, { params, body }) =>
      add(ctx, { ...params, type: body.type, direction: body.direction, otherId: body.organisationId }),
    ),
    bind(identityRoutes.confirmAffiliation, (ctx, { params, ifMatch }) =>
      tie(ctx, 'confirm', { ...params, reason: null }, ifMatch),
    ),
    bind(identityRoutes.declineAffiliation, (ctx, { params, body, ifMatch }) =>
      tie(ctx, 'decline', { ...params, reason: body.reason ?? null }, ifMatch),
    ),
    bind(identityRoutes.endAffiliation, (ctx, { params, body, ifMatch }) =>
      tie(ctx, 'end', { ...params, reason: body.reason ?? null }, ifMatch),
    ),
  ];
}
