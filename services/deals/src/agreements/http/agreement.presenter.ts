import type { AgreementView } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { agreementBodyOf, attentionOf, isFundProject, isOverdue, type Agreement, type Milestone } from '../agreement';
import type { AgreementDeps } from '../agreement-deps';
import { sideOf } from '../agreement-reach';
import type {
  AgreementChangeEntity,
  AgreementPaymentEntity,
  MilestoneStepEntity,
} from '../persistence/delivery.entity';

/** A change as its parties see it. */
export const changeViewOf = (change: AgreementChangeEntity): NonNullable<AgreementView['openChange']> => {
  const { openAgreementId: _open, proposedAt, answeredAt, ...rest } = change;
  return { ...rest, proposedAt: proposedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
};

/** A payment in the list. @param name of the organisation */
export const paymentViewOf = (payment: AgreementPaymentEntity, name: string, reversed: boolean) => ({
  id: payment.id,
  organisationId: payment.organisationId,
  organisationName: name,
  amountFen: payment.amountFen,
  paidOn: payment.paidOn,
  note: payment.note,
  fileId: payment.fileId,
  reverses: payment.reverses,
  reversed,
  recordedAt: payment.recordedAt.toISOString(),
});

function milestoneViewOf(
  milestone: Milestone,
  steps: readonly MilestoneStepEntity[],
  running: boolean,
  now: Date,
): AgreementView['milestones'][number] {
  const attention = running ? attentionOf(milestone) : null;
  const { deliveredAt: _deliveredAt, ...facts } = milestone;
  return {
    ...facts,
    waitsFor: attention?.waitsFor ?? null,
    overdue: isOverdue(attention?.attentionOn ?? null, now),
    steps: steps
      .filter(({ milestoneId }) => milestoneId === milestone.id)
      .map(({ id, kind, organisationId, at, note, fileIds, sheet }) => ({
        id,
        kind,
        organisationId,
        at: at.toISOString(),
        note,
        fileIds,
        sheet,
      })),
  };
}

/** Makes the page of an agreement that the caller was found to see. */
export const agreementViewOf =
  ({ delivery, copies, clock }: Pick<AgreementDeps, 'delivery' | 'copies' | 'clock'>) =>
  async (ctx: Context, one: Agreement): Promise<AgreementView> => {
    const steps = await delivery.steps(ctx, one.id);
    const files = await delivery.files(ctx, one.id);
    const change = await delivery.openChange(ctx, one.id);
    const known = await copies.organisations(ctx, one.memberIds);
    const nameOf = (id: string): string => known.get(id)?.name ?? (id === one.leadId ? one.leadName : '');
    const side = sideOf(ctx, one);
    if (side === null) throw new Error(`Agreement ${one.id} is shown to nobody`);
    return {
      ...agreementBodyOf(one),
      mode: one.mode,
      funding: one.funding,
      form: one.form,
      fundProject: isFundProject(one),
      milestones: one.milestones.map((each) => milestoneViewOf(each, steps, one.state === 'signed', clock.now())),
      members: one.memberIds.map((id) => ({ organisationId: id, organisationName: nameOf(id) })),
      confirmed: {
        poster: one.posterConfirmedAt?.toISOString() ?? null,
        provider: one.providerConfirmedAt?.toISOString() ?? null,
      },
      files: files.map(({ id, purpose, fileName, mediaType, size, addedAt }) => ({
        id,
        purpose,
        fileName,
        mediaType,
        size,
        addedAt: addedAt.toISOString(),
      })),
      payees: one.payees.map((payee) => ({ ...payee, organisationName: nameOf(payee.organisationId) })),
      openChange: change && changeViewOf(change),
      termsNumber: one.termsNumber,
      handOver: one.handOver.map((item) => ({ ...item })),
      conclusion: one.conclusion,
      you: side,
    };
  };
