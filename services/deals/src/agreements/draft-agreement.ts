import type { AgreementTerms } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { Conflict, NotFound, type Context } from '@duijie/service-kit';
import { lockedLot } from '../decisions/lot-reach';
import { requirePosterStanding } from '../decisions/require-poster-standing';
import { noOpenChange, type Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedWithLots, requireSide } from './agreement-reach';
import { isLight } from './is-light';
import { nextAgreementState, requireAgreementState } from './next-agreement-state';
import { setTerms } from './set-terms';
import { termsFromAward, termsOf, withTerms } from './terms-of';

const notEffective = () =>
  new Conflict('award.not-effective', {
    zh: '承接方尚未最终确定（公示期内或有异议），暂不能拟定协议',
    en: 'The award is not effective yet; an agreement waits for it',
  });

/**
 * The poster, the provider or a broker draws up the agreement of an effective award, prefilled from award and response.
 * @throws NotFound, Conflict `award.not-effective`, `agreement.exists`, ValidationFailed
 */
export const draftAgreement =
  (deps: AgreementDeps) =>
  (ctx: Context, awardId: string, given: AgreementTerms, confirm: boolean): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const { awards, lots, agreements, copies, clock, store, storeLot } = deps;
      const seen = await awards.find(inner, awardId);
      if (!seen) throw new NotFound();
      const lot = await lockedLot(lots, inner, seen.lotId, null);
      // Read again under the lock of the lots, which whoever changes an award holds.
      const origin = await awards.find(inner, awardId);
      if (!origin) throw new NotFound();
      const parties = {
        posterId: lot.organisationId,
        memberIds: [origin.organisationId],
        district: lot.district,
        subdistrict: lot.subdistrict,
        termsNumber: 0,
      };
      const side = requireSide(inner, parties, ['payer', 'provider', 'broker']);
      await requirePosterStanding(copies, inner, lot);
      if (lot.state !== 'awarded' || !origin.effective || lot.award?.id !== awardId) throw notEffective();
      if (await agreements.lockLiveOfAward(inner, awardId))
        throw new Conflict('agreement.exists', {
          zh: '这一结果已有协议',
          en: 'There is an agreement for this award already',
        });
      const need = await copies.need(inner, lot.needId);
      const terms = withTerms(
        termsFromAward(origin, lot.components, need?.window ?? { start: null, end: null }),
        given,
      );
      const now = clock.now();
      const blank: Agreement = {
        id: newId(now.getTime()),
        version: 0,
        awardId,
        lotId: lot.id,
        needId: lot.needId,
        needTitle: lot.needTitle,
        posterId: lot.organisationId,
        posterName: lot.organisationName,
        leadId: origin.organisationId,
        leadName: origin.organisationName,
        packageId: origin.packageId,
        packageVersion: origin.packageVersion,
        mode: lot.mode,
        funding: need?.funding ?? null,
        district: lot.district,
        subdistrict: lot.subdistrict,
        compoundId: need?.place.compoundId ?? null,
        form: isLight(lot.mode, terms.priceFen, need?.money.kind) ? 'light' : 'paper',
        leaves: lot.components,
        memberIds: [origin.organisationId, ...origin.memberIds],
        state: 'drafted',
        priceFen: null,
        signedPriceFen: null,
        startsOn: null,
        endsOn: null,
        signedOn: null,
        scanFileId: null,
        posterConfirmedAt: null,
        providerConfirmedAt: null,
        ...noOpenChange,
        termsNumber: 0,
        because: null,
        conclusion: null,
        handOver: [],
        endedAt: null,
        demo: lot.demo,
        createdAt: now,
        updatedAt: now,
        components: [],
        milestones: [],
        payees: [],
      };
      const filled = await setTerms(deps)(inner, blank, terms, '/terms');
      const confirmed = confirm && filled.form === 'light' && side !== 'broker';
      const drafted = await store(
        inner,
        null,
        {
          ...filled,
          posterConfirmedAt: confirmed && side === 'payer' ? now : null,
          providerConfirmedAt: confirmed && side === 'provider' ? now : null,
        },
        { action: 'agreement.drafted', data: { awardId, confirmed } },
      );
      await storeLot(inner, lot, { ...lot, agreementId: drafted.id }, [
        { action: 'lot.agreement-drafted', data: { agreementId: drafted.id } },
      ]);
      return drafted;
    });

/** Changes a draft; whoever confirmed it before, confirms anew. */
export const changeDraft =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, ifMatch: number, given: AgreementTerms): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const { store } = deps;
      const [, before] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer', 'provider', 'broker']);
      requireAgreementState(before.state, ['drafted']);
      const need = await deps.copies.need(inner, before.needId);
      const after = await setTerms(deps)(inner, before, withTerms(termsOf(before), given), '');
      return store(
        inner,
        before,
        {
          ...after,
          form: isLight(after.mode, after.priceFen, need?.money.kind) ? 'light' : 'paper',
          posterConfirmedAt: null,
          providerConfirmedAt: null,
        },
        { action: 'agreement.draft-changed', data: { fields: Object.keys(given) } },
      );
    });

/** Drops a draft; another may be drawn up for the same award. */
export const cancelDraft =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, ifMatch: number, reason: string): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer', 'provider', 'broker']);
      const after = await deps.store(
        inner,
        before,
        {
          ...before,
          state: nextAgreementState(before.state, 'cancel'),
          because: reason,
          endedAt: deps.clock.now(),
        },
        { action: 'agreement.cancelled', reason },
      );
      if (lot.agreementId === after.id)
        await deps.storeLot(inner, lot, { ...lot, agreementId: null }, [
          { action: 'lot.agreement-cancelled', data: { agreementId: after.id } },
        ]);
      return after;
    });
