import { dealsRoutes } from '@duijie/contracts';
import { bind, decodeCursor, pageFrom, type BoundRoute, type Context } from '@duijie/service-kit';
import { acceptMilestone } from '../accept-milestone';
import type { AgreementDeps } from '../agreement-deps';
import { reachedAgreement } from '../agreement-reach';
import { answerChange, proposeChange } from '../change-agreement';
import { deliverMilestone, sendMilestoneBack } from '../deliver-milestone';
import type { AgreementPaymentEntity } from '../persistence/delivery.entity';
import { recordPayment, reversePayment } from '../record-payment';
import { agreementViewOf, changeViewOf, paymentViewOf } from './agreement.presenter';

const below = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];

/** Routes of what happens under an agreement: milestones, changes, payments. */
export function deliveryRoutes(deps: AgreementDeps): BoundRoute[] {
  const { agreements, copies, delivery } = deps;
  const view = agreementViewOf(deps);
  const deliver = deliverMilestone(deps);
  const accept = acceptMilestone(deps);
  const sendBack = sendMilestoneBack(deps);
  const propose = proposeChange(deps);
  const answer = answerChange(deps);
  const pay = recordPayment(deps);
  const reverse = reversePayment(deps);

  async function payments(ctx: Context, rows: readonly AgreementPaymentEntity[]) {
    const names = await copies.organisations(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    );
    const reversed = await delivery.reversed(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => paymentViewOf(row, names.get(row.organisationId)?.name ?? '', reversed.has(row.id)));
  }
  async function payment(ctx: Context, row: AgreementPaymentEntity) {
    const [shown] = await payments(ctx, [row]);
    if (!shown) throw new Error('A payment was lost on the way');
    return shown;
  }

  return [
    bind(dealsRoutes.listAgreementPayments, async (ctx, { params, query }) => {
      const [{ id }] = await reachedAgreement(agreements, ctx, params.agreementId);
      const rows = await delivery.payments(ctx, id, below(query.cursor), query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.id]);
      return { items: await payments(ctx, items), nextCursor };
    }),
    bind(dealsRoutes.recordPayment, async (ctx, { params, body }) =>
      payment(ctx, await pay(ctx, params.agreementId, body)),
    ),
    bind(dealsRoutes.reversePayment, async (ctx, { params, body }) =>
      payment(ctx, await reverse(ctx, params.agreementId, params.paymentId, body.reason)),
    ),
    bind(dealsRoutes.deliverMilestone, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await deliver(ctx, params.agreementId, params.milestoneId, ifMatch, body)),
    ),
    bind(dealsRoutes.acceptMilestone, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await accept(ctx, params.agreementId, params.milestoneId, ifMatch, body)),
    ),
    bind(dealsRoutes.sendMilestoneBack, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await sendBack(ctx, params.agreementId, params.milestoneId, ifMatch, body)),
    ),
    bind(dealsRoutes.listAgreementChanges, async (ctx, { params, query }) => {
      const [{ id }] = await reachedAgreement(agreements, ctx, params.agreementId);
      const rows = await delivery.changes(ctx, id, below(query.cursor), query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.id]);
      return { items: items.map(changeViewOf), nextCursor };
    }),
    bind(dealsRoutes.proposeAgreementChange, async (ctx, { params, body }) =>
      view(ctx, await propose(ctx, params.agreementId, body)),
    ),
    bind(dealsRoutes.agreeToChange, async (ctx, { params, ifMatch }) =>
      view(ctx, await answer(ctx, params.agreementId, params.changeId, ifMatch, { kind: 'agree' })),
    ),
    bind(dealsRoutes.refuseChange, async (ctx, { params, body, ifMatch }) =>
      view(
        ctx,
        await answer(ctx, params.agreementId, params.changeId, ifMatch, { kind: 'refuse', reason: body.reason }),
      ),
    ),
    bind(dealsRoutes.withdrawChange, async (ctx, { params, ifMatch }) =>
      view(ctx, await answer(ctx, params.agreementId, params.changeId, ifMatch, { kind: 'withdraw' })),
    ),
  ];
}
