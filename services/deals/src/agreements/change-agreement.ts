import type { AgreementTerms } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actingForOf, Conflict, NotAllowed, NotFound, ValidationFailed, type Context } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { noOpenChange, type Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedWithLots } from './agreement-reach';
import { changeRemarks } from './change-remarks';
import { requireAgreementState } from './next-agreement-state';
import { setTerms } from './set-terms';
import { termsOf, withTerms } from './terms-of';

const parties = ['payer', 'provider'] as const;

/**
 * One side proposes other terms; they hold once the other side agrees.
 * @throws Conflict `change.open` while another waits, ValidationFailed
 */
export const proposeChange =
  (deps: AgreementDeps) =>
  (
    ctx: Context,
    agreementId: string,
    { reason, terms: given }: { readonly reason: string; readonly terms: AgreementTerms },
  ): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const { delivery, clock, store } = deps;
      const [, before, side] = await lockedWithLots(deps, inner, agreementId, null, parties);
      requireAgreementState(before.state, ['signed']);
      if (await delivery.openChange(inner, agreementId))
        throw new Conflict('change.open', {
          zh: '还有一项变更等待对方答复',
          en: 'Another change waits for an answer',
        });
      const terms = withTerms(termsOf(before), given);
      if (isDeepStrictEqual(terms, termsOf(before)))
        throw new ValidationFailed([{ pointer: '/terms', detail: { zh: '没有任何变更', en: 'Nothing would change' } }]);
      await setTerms(deps)(inner, before, terms, '/terms');
      const now = clock.now();
      const id = newId(now.getTime());
      await delivery.addChange(inner, {
        id,
        agreementId,
        openAgreementId: agreementId,
        state: 'proposed',
        proposedBy: side,
        organisationId: actingForOf(inner).organisationId,
        reason,
        before: termsOf(before),
        after: terms,
        remarks: changeRemarks(before.signedPriceFen, terms),
        proposedAt: now,
        answeredAt: null,
        answer: null,
        termsNumber: null,
      });
      const after = { ...before, openChangeBy: side, openChangeAt: now };
      return store(inner, before, after, { action: 'change.proposed', reason, data: { changeId: id } });
    });

/** How the other side, or for `withdraw` the same, answers a change. */
export type ChangeAnswer =
  | { readonly kind: 'agree' }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'withdraw' };
const states = { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' } as const;

/**
 * Answers a change. Agreed terms are checked again, since deliveries and payments went on meanwhile.
 * @throws Conflict `change.answered`, NotAllowed by the wrong side, ValidationFailed where they hold no more
 */
export const answerChange =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, changeId: string, ifMatch: number, answer: ChangeAnswer): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const { delivery, clock, store } = deps;
      const [, before, side] = await lockedWithLots(deps, inner, agreementId, ifMatch, parties);
      const change = await delivery.change(inner, agreementId, changeId);
      if (!change) throw new NotFound();
      if (change.state !== 'proposed')
        throw new Conflict('change.answered', { zh: '该变更已有结论', en: 'The change was answered already' });
      if ((answer.kind === 'withdraw') !== (side === change.proposedBy))
        throw new NotAllowed({
          reason: 'change.other-side',
          detail:
            answer.kind === 'withdraw'
              ? { zh: '只有提出方可以撤回', en: 'Only the side that proposed it may withdraw it' }
              : { zh: '须由对方答复', en: 'The other side answers' },
        });
      requireAgreementState(before.state, ['signed']);
      const agreed = answer.kind === 'agree';
      const termsNumber = agreed ? before.termsNumber + 1 : null;
      await delivery.saveChange(inner, {
        ...change,
        state: states[answer.kind],
        openAgreementId: null,
        answeredAt: clock.now(),
        answer: answer.kind === 'refuse' ? answer.reason : null,
        termsNumber,
      });
      const step = {
        action: `change.${states[answer.kind]}`,
        reason: answer.kind === 'refuse' ? answer.reason : null,
        data: { changeId, ...(termsNumber === null ? {} : { termsNumber }) },
      };
      const settled = { ...before, ...noOpenChange };
      if (termsNumber === null) return store(inner, before, settled, step);
      const changed = await setTerms(deps)(inner, settled, change.after, '/after');
      const after = await store(inner, before, { ...changed, termsNumber }, step);
      await delivery.addTerms(inner, {
        agreementId,
        number: termsNumber,
        changeId,
        terms: termsOf(after),
        at: after.updatedAt,
      });
      return after;
    });
