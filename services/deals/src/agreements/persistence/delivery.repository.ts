import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { In, LessThan } from 'typeorm';
import {
  AgreementChangeEntity,
  AgreementFileEntity,
  AgreementPaymentEntity,
  AgreementTermsEntity,
  MilestoneStepEntity,
} from './delivery.entity';

export type DeliveryRepository = ReturnType<typeof createDeliveryRepository>;

/** What happens under an agreement: steps of milestones, files, changes, versions of its terms, payments. */
export function createDeliveryRepository(database: Database) {
  const below = (cursor: string | undefined) => (cursor === undefined ? {} : { id: LessThan(cursor) });
  return {
    addStep: async (ctx: TransactionContext, step: MilestoneStepEntity): Promise<void> => {
      await database.manager(ctx).insert(MilestoneStepEntity, step);
    },
    /** All of one agreement, oldest first. */
    steps: (ctx: Context, agreementId: string): Promise<MilestoneStepEntity[]> =>
      database.manager(ctx).find(MilestoneStepEntity, { where: { agreementId }, order: { id: 'ASC' } }),

    addFile: async (ctx: TransactionContext, file: AgreementFileEntity): Promise<void> => {
      await database.manager(ctx).insert(AgreementFileEntity, file);
    },
    file: (ctx: Context, agreementId: string, id: string): Promise<AgreementFileEntity | null> =>
      database.manager(ctx).findOneBy(AgreementFileEntity, { agreementId, id }),
    /** In the order in which they were added. */
    files: (ctx: Context, agreementId: string): Promise<AgreementFileEntity[]> =>
      database.manager(ctx).find(AgreementFileEntity, { where: { agreementId }, order: { id: 'ASC' } }),
    /** @returns how many of these files the agreement has */
    countFiles: (ctx: Context, agreementId: string, ids: readonly string[]): Promise<number> =>
      database.manager(ctx).countBy(AgreementFileEntity, { agreementId, id: In([...ids]) }),

    addChange: async (ctx: TransactionContext, change: AgreementChangeEntity): Promise<void> => {
      await database.manager(ctx).insert(AgreementChangeEntity, change);
    },
    saveChange: async (ctx: TransactionContext, change: AgreementChangeEntity): Promise<void> => {
      await database.manager(ctx).update(AgreementChangeEntity, { id: change.id }, change);
    },
    openChange: (ctx: Context, openAgreementId: string): Promise<AgreementChangeEntity | null> =>
      database.manager(ctx).findOneBy(AgreementChangeEntity, { openAgreementId }),
    /** With the agreement nobody can answer any more: whatever waits is withdrawn. */
    dropOpenChange: async (ctx: TransactionContext, openAgreementId: string, at: Date): Promise<void> => {
      await database
        .manager(ctx)
        .update(
          AgreementChangeEntity,
          { openAgreementId },
          { state: 'withdrawn', openAgreementId: null, answeredAt: at },
        );
    },
    change: (ctx: Context, agreementId: string, id: string): Promise<AgreementChangeEntity | null> =>
      database.manager(ctx).findOneBy(AgreementChangeEntity, { agreementId, id }),
    /** Newest first. */
    changes: (ctx: Context, agreementId: string, cursor: string | undefined, take: number) =>
      database
        .manager(ctx)
        .find(AgreementChangeEntity, { where: { agreementId, ...below(cursor) }, order: { id: 'DESC' }, take }),
    addTerms: async (ctx: TransactionContext, terms: AgreementTermsEntity): Promise<void> => {
      await database.manager(ctx).insert(AgreementTermsEntity, terms);
    },

    addPayment: async (ctx: TransactionContext, payment: AgreementPaymentEntity): Promise<void> => {
      await database.manager(ctx).insert(AgreementPaymentEntity, payment);
    },
    payment: (ctx: Context, agreementId: string, id: string): Promise<AgreementPaymentEntity | null> =>
      database.manager(ctx).findOneBy(AgreementPaymentEntity, { agreementId, id }),
    /** Newest first. */
    payments: (ctx: Context, agreementId: string, cursor: string | undefined, take: number) =>
      database
        .manager(ctx)
        .find(AgreementPaymentEntity, { where: { agreementId, ...below(cursor) }, order: { id: 'DESC' }, take }),
    /** Those of these payments that were reversed. */
    reversed: async (ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> => {
      if (ids.length === 0) return new Set();
      const rows = await database
        .manager(ctx)
        .find(AgreementPaymentEntity, { where: { reverses: In([...ids]) }, select: { id: true, reverses: true } });
      return new Set(rows.flatMap(({ reverses }) => reverses ?? []));
    },
  };
}
