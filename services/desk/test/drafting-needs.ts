import { needsRoutes, type NeedBody, type NeedView, type PersonActor } from '@duijie/contracts';
import { bind, Conflict, faultAt, ValidationFailed, type Context } from '@duijie/service-kit';
import { aNeedBody } from '@duijie/testkit';

const viewOf = (facts: Partial<NeedBody>): NeedView => {
  const { excludedOrganisationIds: _e, flaggedOrganisationIds: _f, ...body } = aNeedBody(facts);
  return {
    ...body,
    proposed: [],
    modeReason: null,
    openMoneyModels: [],
    ownContribution: null,
    budgetLines: [],
    decisionBasis: null,
    askedBases: [],
    fundingCandidates: [],
    opensAt: null,
    withdrawnBecause: null,
    duplicateOf: null,
    referredTo: null,
    attachments: [],
    progress: [],
    private: null,
  };
};
const personOf = (ctx: Context): PersonActor => {
  if (ctx.actor.type !== 'person') throw new Error('not a person');
  return ctx.actor;
};
/** The needs service as the desk calls it: it keeps what is drafted, and refuses to publish where it is told to. */
export function draftingNeeds() {
  /** Needs that were drafted, with who drafted each. */
  const drafted = new Map<string, { need: NeedView; by: PersonActor }>();
  const refuses = { submission: false };
  const service = {
    name: 'needs' as const,
    routes: [
      bind(needsRoutes.createNeed, async (ctx, { body }) => {
        const by = personOf(ctx);
        const need = viewOf({
          state: 'draft',
          publishedAt: null,
          title: body.title ?? '',
          description: body.description ?? '',
          organisationId: by.actingFor?.organisationId ?? '',
        });
        drafted.set(need.id, { need, by });
        return need;
      }),
      bind(needsRoutes.getNeed, async (_ctx, { params }) => {
        const found = drafted.get(params.needId);
        if (!found) throw new Conflict('test.unknown', { zh: '没有', en: 'none' });
        return found.need;
      }),
      bind(needsRoutes.submitNeed, async (_ctx, { params }) => {
        const found = drafted.get(params.needId);
        if (!found || refuses.submission)
          throw new ValidationFailed([faultAt('/decisionBasis', '缺少决策依据', 'No basis')]);
        const need = { ...found.need, state: 'responding' as const, version: 2 };
        drafted.set(need.id, { ...found, need });
        return need;
      }),
    ],
  };
  return { service, drafted, refuses };
}
