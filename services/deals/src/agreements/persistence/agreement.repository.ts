import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { attentionOf, nextMilestoneOf, type Agreement } from '../agreement';
import {
  AgreementEntity,
  AgreementListingEntity,
  AgreementMilestoneEntity,
  AgreementPartEntity,
  AgreementPayeeEntity,
  MilestoneAttentionEntity,
  type AgreementScope,
} from './agreement.entity';

export type AgreementRepository = ReturnType<typeof createAgreementRepository>;

type Scoped = { readonly scope: AgreementScope; readonly value: string };

/** Value of the scope `area`. */
export const areaValue = (district: string, subdistrict: string): string => `${district}/${subdistrict}`;

/** An area's officers do not see what was never signed. */
function scopesOf(one: Agreement): Scoped[] {
  const everybody: Scoped[] = [
    { scope: 'all', value: '' },
    { scope: 'party', value: one.posterId },
    { scope: 'payer', value: one.posterId },
    ...one.memberIds.flatMap((value): Scoped[] => [
      { scope: 'party', value },
      { scope: 'provider', value },
    ]),
    ...(one.compoundId === null ? [] : [{ scope: 'compound' as const, value: one.compoundId }]),
  ];
  if (one.termsNumber === 0) return everybody;
  const { district, subdistrict } = one;
  return [
    ...everybody,
    { scope: 'signed', value: '' },
    { scope: 'district', value: district },
    ...(subdistrict === null ? [] : [{ scope: 'area' as const, value: areaValue(district, subdistrict) }]),
  ];
}

/** Lists of what is overdue are not told apart by side or compound. */
const noAttention: readonly AgreementScope[] = ['payer', 'provider', 'compound'];

function attentionRows(one: Agreement): MilestoneAttentionEntity[] {
  if (one.state !== 'signed') return [];
  const scopes = scopesOf(one).filter(({ scope }) => !noAttention.includes(scope));
  return one.milestones.flatMap((milestone) => {
    const attentionOn = attentionOf(milestone)?.attentionOn ?? null;
    if (attentionOn === null) return [];
    return scopes.map((scope) => ({ ...scope, milestoneId: milestone.id, agreementId: one.id, attentionOn }));
  });
}

function rowOf(one: Agreement): AgreementEntity {
  const { components: _components, milestones: _milestones, payees, ...row } = one;
  return {
    ...row,
    liveAwardId: one.state === 'terminated' || one.state === 'cancelled' ? null : one.awardId,
    nextMilestone: nextMilestoneOf(one),
    paidFen: payees.reduce((sum, { paidFen }) => sum + paidFen, 0),
  };
}

/** Agreements with their parts, milestones and payees, and the lists that they stand in. */
export function createAgreementRepository(database: Database) {
  async function whole(ctx: Context, row: AgreementEntity | null): Promise<Agreement | null> {
    if (!row) return null;
    const manager = database.manager(ctx);
    const where = { agreementId: row.id };
    const parts = await manager.find(AgreementPartEntity, { where, order: { position: 'ASC' } });
    const milestones = await manager.find(AgreementMilestoneEntity, { where, order: { position: 'ASC' } });
    const payees = await manager.find(AgreementPayeeEntity, { where, order: { organisationId: 'ASC' } });
    const { liveAwardId: _live, nextMilestone: _next, paidFen: _paid, ...facts } = row;
    return {
      ...facts,
      components: parts.map(({ code, organisationId, amountFen }) => ({ code, organisationId, amountFen })),
      milestones: milestones.map(({ agreementId: _agreement, position: _position, ...one }) => one),
      payees: payees.map(({ organisationId, dueFen, paidFen }) => ({ organisationId, dueFen, paidFen })),
    };
  }

  /** What has no history of its own is written anew: it is small, and only ever read as a whole. */
  async function writeParts(ctx: TransactionContext, before: Agreement | null, after: Agreement): Promise<void> {
    const manager = database.manager(ctx);
    const agreementId = after.id;
    if (before?.components !== after.components) {
      if (before) await manager.delete(AgreementPartEntity, { agreementId });
      await manager.insert(
        AgreementPartEntity,
        after.components.map((part, position) => ({ ...part, agreementId, position })),
      );
    }
    if (before?.payees !== after.payees) {
      if (before) await manager.delete(AgreementPayeeEntity, { agreementId });
      if (after.payees.length > 0)
        await manager.insert(
          AgreementPayeeEntity,
          after.payees.map((payee) => ({ ...payee, agreementId })),
        );
    }
    if (before?.milestones !== after.milestones) {
      if (before) await manager.delete(AgreementMilestoneEntity, { agreementId });
      await manager.insert(
        AgreementMilestoneEntity,
        after.milestones.map((one, position) => ({ ...one, agreementId, position })),
      );
    }
  }

  async function writeLists(ctx: TransactionContext, before: Agreement | null, after: Agreement): Promise<void> {
    const manager = database.manager(ctx);
    const agreementId = after.id;
    const moved =
      before?.state !== after.state ||
      before.memberIds !== after.memberIds ||
      (before.termsNumber === 0) !== (after.termsNumber === 0);
    if (moved) {
      if (before) await manager.delete(AgreementListingEntity, { agreementId });
      await manager.insert(
        AgreementListingEntity,
        scopesOf(after).map((scope) => ({ ...scope, agreementId, state: after.state })),
      );
    }
    if (moved || before.milestones !== after.milestones) {
      if (before) await manager.delete(MilestoneAttentionEntity, { agreementId });
      const rows = attentionRows(after);
      if (rows.length > 0) await manager.insert(MilestoneAttentionEntity, rows);
    }
  }

  return {
    find: async (ctx: Context, id: string): Promise<Agreement | null> =>
      whole(ctx, await database.manager(ctx).findOneBy(AgreementEntity, { id })),
    /** Which lot and need it belongs to; that never changes, so that the lots can be locked first. */
    placeOf: (ctx: Context, id: string): Promise<Pick<AgreementEntity, 'lotId' | 'needId'> | null> =>
      database
        .manager(ctx)
        .findOne(AgreementEntity, { where: { id }, select: { id: true, lotId: true, needId: true } }),
    lock: async (ctx: TransactionContext, id: string): Promise<Agreement | null> =>
      whole(
        ctx,
        await database.manager(ctx).findOne(AgreementEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
      ),
    /** The one that lives, locked. */
    lockLiveOfAward: async (ctx: TransactionContext, awardId: string): Promise<Agreement | null> =>
      whole(
        ctx,
        await database
          .manager(ctx)
          .findOne(AgreementEntity, { where: { liveAwardId: awardId }, lock: { mode: 'pessimistic_write' } }),
      ),
    insert: async (ctx: TransactionContext, one: Agreement): Promise<void> => {
      await database.manager(ctx).insert(AgreementEntity, rowOf(one));
      await writeParts(ctx, null, one);
      await writeLists(ctx, null, one);
    },
    /** @param before as it was locked @throws Error when the row has moved on, which its lock rules out */
    update: async (ctx: TransactionContext, before: Agreement, after: Agreement): Promise<void> => {
      const { affected } = await database
        .manager(ctx)
        .update(AgreementEntity, { id: after.id, version: before.version }, rowOf(after));
      if (affected !== 1) throw new Error(`Agreement ${after.id} moved on under its lock`);
      await writeParts(ctx, before, after);
      await writeLists(ctx, before, after);
    },
  };
}
