import type { AgreementSnapshot } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { ValidationFailed, type Context } from '@duijie/service-kit';
import type { Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { allowedMembers } from './allowed-members';
import { priceLimitOf } from './price-limit';
import { termsFaults } from './terms-faults';

/**
 * Checks terms and puts them into an agreement; milestones without an id get one, whoever does a component becomes a party.
 * All lots of the need are locked, since they share its money.
 * @param under where in the body the terms stand, for the faults, e.g. `/terms`
 * @throws ValidationFailed
 */
export const setTerms =
  (deps: Pick<AgreementDeps, 'awards' | 'copies' | 'clock'>) =>
  async (ctx: Context, one: Agreement, terms: AgreementSnapshot, under: string): Promise<Agreement> => {
    const allowedIds = await allowedMembers(deps.copies, ctx, one);
    const faults = termsFaults(terms, { ...one, allowedIds, limit: await priceLimitOf(deps, ctx, one) });
    if (faults.length > 0)
      throw new ValidationFailed(faults.map((fault) => ({ ...fault, pointer: `${under}${fault.pointer}` })));
    const now = deps.clock.now().getTime();
    const doers = terms.components.map(({ organisationId }) => organisationId);
    const joined = [...new Set(doers)].filter((id) => !one.memberIds.includes(id));
    return {
      ...one,
      priceFen: terms.priceFen,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      components: [...terms.components],
      memberIds: joined.length === 0 ? one.memberIds : [...one.memberIds, ...joined],
      milestones: terms.milestones.map(({ id, title, dueOn, amountFen }) => {
        const held = id === null ? undefined : one.milestones.find((each) => each.id === id);
        return {
          id: held?.id ?? newId(now),
          title,
          dueOn,
          amountFen,
          state: held?.state ?? 'planned',
          deliveredAt: held?.deliveredAt ?? null,
        };
      }),
    };
  };
