import { dayOf, newId, type Day } from '@duijie/domain-kit';
import {
  Conflict,
  ValidationFailed,
  type Context,
  type TransactionContext,
  type UploadedFile,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState } from '../lots/next-lot-state';
import type { Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedWithLots } from './agreement-reach';
import { nextAgreementState, requireAgreementState } from './next-agreement-state';
import { priceLimitOf } from './price-limit';
import { priceFault } from './terms-faults';
import { termsOf } from './terms-of';

/**
 * From here on it is in delivery: the terms are kept as number 1, the lot follows.
 * @throws Conflict `agreement.beyond-money` where the money has become less, or others have taken it, since the draft
 */
async function becomeSigned(
  deps: AgreementDeps,
  ctx: TransactionContext,
  lot: Lot,
  before: Agreement,
  by: Pick<Agreement, 'signedOn'> &
    Partial<Pick<Agreement, 'scanFileId' | 'posterConfirmedAt' | 'providerConfirmedAt'>>,
): Promise<Agreement> {
  const beyond = priceFault(before.priceFen, await priceLimitOf(deps, ctx, before));
  if (beyond) throw new Conflict('agreement.beyond-money', beyond.detail);
  const signed = await deps.store(
    ctx,
    before,
    {
      ...before,
      ...by,
      state: nextAgreementState(before.state, 'sign'),
      termsNumber: 1,
      signedPriceFen: before.priceFen,
    },
    { action: 'agreement.signed', data: { signedOn: by.signedOn, form: before.form } },
  );
  await deps.delivery.addTerms(ctx, {
    agreementId: signed.id,
    number: 1,
    changeId: null,
    terms: termsOf(signed),
    at: signed.updatedAt,
  });
  const state = nextLotState(lot.state, 'deliver');
  await deps.storeLot(ctx, lot, { ...lot, state, agreementId: signed.id }, [
    { action: 'lot.in-delivery', from: lot.state, to: state, data: { agreementId: signed.id } },
  ]);
  return signed;
}

/** One tap a side, where no money is at stake: the second makes it signed. @throws Conflict `agreement.needs-scan` */
export const confirmAgreement =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, ifMatch: number): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before, side] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer', 'provider']);
      requireAgreementState(before.state, ['drafted']);
      if (before.form !== 'light')
        throw new Conflict('agreement.needs-scan', {
          zh: '涉及资金或经比选确定的协议须盖章签订，请上传盖章扫描件登记',
          en: 'With money or after a contest it is signed on paper: record it with the stamped scan',
        });
      const now = deps.clock.now();
      const posterConfirmedAt = side === 'payer' ? now : before.posterConfirmedAt;
      const providerConfirmedAt = side === 'provider' ? now : before.providerConfirmedAt;
      if (posterConfirmedAt && providerConfirmedAt)
        return becomeSigned(deps, inner, lot, before, {
          signedOn: dayOf(now),
          posterConfirmedAt,
          providerConfirmedAt,
        });
      return deps.store(
        inner,
        before,
        { ...before, posterConfirmedAt, providerConfirmedAt },
        { action: 'agreement.confirmed', data: { side } },
      );
    });

/**
 * Records that it is signed on paper, with the stamped scan (登记已签): by whoever pays, or a broker, so that the terms of
 * the draft are those of the paper.
 * @param signedOn not after today
 */
export const signAgreement =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, ifMatch: number, signedOn: Day, file: UploadedFile): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer', 'broker']);
      requireAgreementState(before.state, ['drafted']);
      const now = deps.clock.now();
      if (signedOn > dayOf(now))
        throw new ValidationFailed([
          { pointer: '/signedOn', detail: { zh: '签订日期不能晚于今天', en: 'It cannot be signed in the future' } },
        ]);
      const id = newId(now.getTime());
      await deps.delivery.addFile(inner, {
        id,
        agreementId,
        purpose: 'scan',
        fileName: file.name,
        mediaType: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        addedAt: now,
      });
      return becomeSigned(deps, inner, lot, before, { signedOn, scanFileId: id });
    });
