import type { NeedChange, NeedInput } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import {
  faultAt,
  actingForOf,
  ValidationFailed,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { blankNeed } from './blank-need';
import { withDrafters } from './conflict-wall';
import { fillInNeed } from './fill-in-need';
import { givenFields } from './given-fields';
import { listingOf, type Need } from './need';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import type { Reference } from './reference';
import type { StoreNeed } from './store-need';
import type { SurroundNeed } from './surround-need';

export interface DraftDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly reference: Reference;
  readonly surround: SurroundNeed;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/** What a new need takes over from an earlier one: neither its decision, its files, its contact nor its place elsewhere. */
const copied = (need: Need, own: boolean): NeedChange => ({
  title: need.title,
  description: need.description,
  categories: [...need.categories],
  components: need.components.map((component) => component.code),
  money: need.money,
  funding: need.funding,
  eligibleKinds: need.eligibleKinds as NonNullable<NeedChange['eligibleKinds']>,
  requiredQualifications: need.requiredQualifications,
  urgency: need.urgency,
  openMoneyModels: need.openMoneyModels,
  ownContribution: need.ownContribution,
  budgetLines: [...need.budgetLines],
  ...(own ? { place: need.place } : {}),
});

async function modelOf(deps: DraftDeps, ctx: TransactionContext, input: NeedInput): Promise<NeedChange> {
  const fault = (pointer: string) =>
    new ValidationFailed([faultAt(pointer, '没有这个需求或模板', 'There is no such need or template')]);
  if (input.copyOf !== undefined) {
    const model = await deps.needs.find(ctx, input.copyOf);
    const own = model?.organisationId === actingForOf(ctx).organisationId;
    if (!model || (!own && listingOf(model) === 'hidden')) throw fault('/copyOf');
    return copied(model, own);
  }
  if (input.templateId !== undefined) {
    const { template } = await deps.reference.book(ctx);
    const model = template.find((one) => one.id === input.templateId && !one.retired);
    if (!model) throw fault('/templateId');
    const { title, description, components, money, funding, eligibleKinds, requiredQualifications, urgency } = model;
    return { title, description, components, money, funding, eligibleKinds, requiredQualifications, urgency };
  }
  return {};
}

/** Drafts a need from as little as where, what, when and money. */
export const draftNeed =
  (deps: DraftDeps) =>
  (ctx: Context, input: NeedInput): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const { copyOf, templateId, ...own } = input;
      const change = { ...(await modelOf(deps, inner, input)), ...givenFields(own) };
      if (change.description === undefined)
        throw new ValidationFailed([
          {
            pointer: '/description',
            detail: { zh: '请用自己的话说明需要什么', en: 'Say in your own words what is needed' },
          },
        ]);
      const acting = actingForOf(ctx);
      const poster = await deps.copies.organisation(inner, acting.organisationId);
      const now = deps.clock.now();
      const blank = blankNeed(
        newId(now.getTime()),
        { id: acting.organisationId, name: poster?.name ?? acting.organisationName },
        now,
        poster?.demo ?? false,
      );
      const home = poster ?? { district: acting.district, subdistrict: acting.subdistrict, community: null };
      const need = fillInNeed(blank, change, await deps.surround(inner, blank, change, home));
      if (need.decisionBasis?.attachmentId)
        throw new ValidationFailed([
          {
            pointer: '/decisionBasis/attachmentId',
            detail: { zh: '请先保存草稿再上传附件', en: 'Save the draft first, then attach the file' },
          },
        ]);
      return deps.store(inner, null, { ...need, exclusions: await withDrafters(deps.copies, inner, need) }, [
        {
          action: 'need.drafted',
          from: null,
          to: 'draft',
          ...(copyOf || templateId ? { data: { copyOf: copyOf ?? null, templateId: templateId ?? null } } : {}),
        },
      ]);
    });
