import { dayOf, formatFen, newId, type Day } from '@duijie/domain-kit';
import {
  actingForOf,
  Conflict,
  faultAt,
  NotFound,
  ValidationFailed,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import { mostFenOf } from '../decisions/most-fen';
import type { Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { requireFiles } from './agreement-files';
import { lockedAgreement, lockedWithLots } from './agreement-reach';
import { requireAgreementState } from './next-agreement-state';
import type { AgreementPaymentEntity } from './persistence/delivery.entity';

const sides = ['payer', 'broker'] as const;

/** @returns the agreement with so much more (or less) paid to one organisation */
const withPaid = (one: Agreement, organisationId: string, amountFen: number): Agreement => ({
  ...one,
  payees: one.payees.map((payee) =>
    payee.organisationId === organisationId ? { ...payee, paidFen: payee.paidFen + amountFen } : payee,
  ),
});

/** A payment as it is to be recorded. */
export interface PaymentMade {
  readonly organisationId: string;
  readonly amountFen: number;
  readonly paidOn: Day;
  readonly note: string;
  readonly fileId: string | null;
}

/**
 * What a running agreement may be paid is bound by its price; what is still paid under a terminated one comes on top of
 * whatever replaced it. The lots of the need are locked.
 * @throws ValidationFailed of `/amountFen`
 */
async function requireMoney(
  { awards, copies }: AgreementDeps,
  ctx: TransactionContext,
  { state, needId }: Agreement,
  amountFen: number,
): Promise<void> {
  const most =
    state === 'terminated' ? mostFenOf((await copies.need(ctx, needId))?.money ?? { kind: 'unknown' }) : null;
  if (most === null) return;
  const left = Math.max(0, most - (await awards.elsewhereFen(ctx, needId, null)));
  if (amountFen > left)
    throw new ValidationFailed([
      faultAt(
        '/amountFen',
        `超出需求的经费（其余已另行约定）：还可付 ${formatFen(left, 'zh')}`,
        `More than the need's money leaves beside what was agreed since: ${formatFen(left, 'en')} are left`,
      ),
    ]);
}

/**
 * Records a payment that was made elsewhere, also after the end of the agreement. Each yuan goes to one organisation that
 * does a component, and all together stay within what its components are agreed for.
 * @throws ValidationFailed
 */
export const recordPayment =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, made: PaymentMade): Promise<AgreementPaymentEntity> =>
    deps.database.run(ctx, async (inner) => {
      const { delivery, clock, store } = deps;
      const [, before] = await lockedWithLots(deps, inner, agreementId, null, sides);
      requireAgreementState(before.state, ['signed', 'completed', 'terminated']);
      const now = clock.now();
      const payee = before.payees.find(({ organisationId }) => organisationId === made.organisationId);
      if (!payee)
        throw new ValidationFailed([
          {
            pointer: '/organisationId',
            detail: {
              zh: '只能付给承担有偿分项的组织',
              en: 'Only an organisation that does a paid component can be paid',
            },
          },
        ]);
      const left = payee.dueFen - payee.paidFen;
      if (made.amountFen > left)
        throw new ValidationFailed([
          {
            pointer: '/amountFen',
            detail: {
              zh: `超出该组织分项金额：还可付 ${formatFen(left, 'zh')}`,
              en: `More than its components are agreed for: ${formatFen(left, 'en')} are left`,
            },
          },
        ]);
      await requireMoney(deps, inner, before, made.amountFen);
      if (made.paidOn > dayOf(now))
        throw new ValidationFailed([
          { pointer: '/paidOn', detail: { zh: '付款日期不能晚于今天', en: 'It cannot be paid in the future' } },
        ]);
      await requireFiles(delivery, inner, agreementId, made.fileId === null ? [] : [made.fileId], '/fileId');
      const payment = {
        ...made,
        id: newId(now.getTime()),
        agreementId,
        reverses: null,
        recordedBy: actingForOf(inner).organisationId,
        recordedAt: now,
      };
      await delivery.addPayment(inner, payment);
      await store(inner, before, withPaid(before, made.organisationId, made.amountFen), {
        action: 'payment.recorded',
        data: { paymentId: payment.id, organisationId: made.organisationId, amountFen: made.amountFen },
      });
      return payment;
    });

/** Corrects the record of a payment by its counterpart; the record itself stays. @throws Conflict `payment.reversed` */
export const reversePayment =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, paymentId: string, reason: string): Promise<AgreementPaymentEntity> =>
    deps.database.run(ctx, async (inner) => {
      const { agreements, delivery, clock, store } = deps;
      const [before] = await lockedAgreement(agreements, inner, agreementId, null, sides);
      const wrong = await delivery.payment(inner, agreementId, paymentId);
      if (!wrong) throw new NotFound();
      if (wrong.reverses !== null || (await delivery.reversed(inner, [paymentId])).has(paymentId))
        throw new Conflict('payment.reversed', {
          zh: '该记录已冲正，或本身就是冲正记录',
          en: 'It was reversed already, or is a reversal itself',
        });
      const now = clock.now();
      const payment = {
        id: newId(now.getTime()),
        agreementId,
        organisationId: wrong.organisationId,
        amountFen: -wrong.amountFen,
        paidOn: dayOf(now),
        note: reason,
        fileId: null,
        reverses: paymentId,
        recordedBy: actingForOf(inner).organisationId,
        recordedAt: now,
      };
      await delivery.addPayment(inner, payment);
      await store(inner, before, withPaid(before, wrong.organisationId, -wrong.amountFen), {
        action: 'payment.reversed',
        reason,
        data: { paymentId, organisationId: wrong.organisationId, amountFen: wrong.amountFen },
      });
      return payment;
    });
