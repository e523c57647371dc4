import type { appointProvider as contract, NeedBody } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { Conflict, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import type { z } from 'zod';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import { isInTheRunning, type LotResponse } from '../responses/response';
import type { Appointment } from './appointment';
import { appointeeOf } from './appointee';
import type { Award } from './award';
import type { DecisionDeps } from './decision-deps';
import { blockersOf, matterOf, rankingOf, whyNot } from './decision-matter';
import { enterResponse, wallFor, type Appointee } from './enter-response';
import { lockedOwnLot } from './lot-reach';
import { makeAward } from './make-award';
import { requirePosterStanding } from './require-poster-standing';
import { storeAppointment } from './store-appointment';

type Command = z.output<(typeof contract)['body']>;
/** What became of an appointment; with none of the three, a flagged response waits for a broker. */
export interface Appointed {
  readonly lot: Lot;
  readonly appointment: Appointment | null;
  readonly award: Award | null;
  readonly response: LotResponse | null;
}

/** @throws Conflict `lot.wrong-mode`, ValidationFailed of what its mode asks for */
function requireMode({ mode }: Lot, { reason, documentNote }: Command): 'direct' | 'emergency' | 'recorded' {
  if (mode !== 'direct' && mode !== 'emergency' && mode !== 'recorded')
    throw new Conflict('lot.wrong-mode', {
      zh: '这种方式须从响应中确定，不能直接指定',
      en: 'In this mode the lot is decided from responses',
    });
  if (mode === 'emergency' && reason === undefined)
    throw new ValidationFailed([
      { pointer: '/reason', detail: { zh: '应急指定须说明理由', en: 'An emergency appointment needs its reason' } },
    ]);
  if (mode === 'recorded' && documentNote === undefined)
    throw new ValidationFailed([
      {
        pointer: '/documentNote',
        detail: { zh: '请写明文件名称、文号或平台', en: 'Name the document, its number or the platform' },
      },
    ]);
  return mode;
}

const defaultReason = { direct: '双方直接对接', emergency: '应急指定', recorded: '线下（其他平台）已确定' } as const;

/**
 * Decides for a provider that is taken directly: enters its response unless there is one, and awards it unless the
 * conflict wall has a broker asked first. The lot is locked.
 */
export const takeDirectly =
  (deps: DecisionDeps) =>
  async (
    ctx: TransactionContext,
    lot: Lot,
    need: NeedBody,
    appointee: Appointee,
    choice: {
      readonly kind: 'direct' | 'emergency' | 'recorded';
      readonly reason: string;
      readonly documentNote: string | null;
    },
  ): Promise<{ readonly response: LotResponse; readonly award: Award | null }> => {
    const before = await deps.responses.lockOfLot(ctx, lot.id, lot.attempt);
    const there = before.find((one) => one.organisationId === appointee.organisation.id && isInTheRunning(one));
    const counted: Lot = there ? lot : { ...lot, responseCount: lot.responseCount + 1 };
    const response = there ?? (await enterResponse(deps)(ctx, counted, need, before, appointee));
    const all = there ? before : [...before, response];
    const matter = await matterOf(deps, ctx, lot, all);
    const reasons = whyNot(matter, response).filter(
      ({ code }) => !(choice.kind === 'recorded' && code === 'organisation.not-verified'),
    );
    if (reasons.some(({ code }) => code === 'response.flagged')) {
      if (!there)
        await deps.storeLot(ctx, lot, counted, [
          { action: 'lot.appointment-flagged', data: { responseId: response.id } },
        ]);
      return { response, award: null };
    }
    for (const { code, zh, en } of [...blockersOf(matter), ...reasons]) throw new Conflict(code, { zh, en });
    const award = await makeAward(deps)(
      ctx,
      lot,
      all,
      {
        ...choice,
        response,
        amountFen: appointee.amountFen,
        ranking: rankingOf({ ...matter, lot: { ...lot, terms: { ...lot.terms, evaluation: 'choice' } } }, null),
        scoring: null,
      },
      { responseCount: counted.responseCount },
    );
    return { response, award };
  };

/**
 * The poster takes a provider without a call for responses.
 * @throws NotFound, NotAllowed (`poster.suspended`), PreconditionFailed, ValidationFailed with pointers
 * @throws Conflict `lot.wrong-state`, `lot.wrong-mode`, `appointment.waiting`, `conflict.blocked`, `capacity.full`
 */
export const appointProvider =
  (deps: DecisionDeps) =>
  (ctx: Context, lotId: string, ifMatch: number, command: Command): Promise<Appointed> =>
    deps.database.run(ctx, async (inner) => {
      const lot = await lockedOwnLot(deps.lots, inner, lotId, ifMatch);
      await requirePosterStanding(deps.copies, inner, lot);
      if (lot.state !== 'open' && lot.state !== 'deciding') throw wrongLotState(lot.state);
      const kind = requireMode(lot, command);
      const need = await deps.copies.need(inner, lot.needId);
      if (!need) throw new Error(`Lot ${lot.id} without its need`);
      const appointee = await appointeeOf(deps, inner, lot, need, command);
      const reason = command.reason ?? defaultReason[kind];
      if (kind !== 'direct') {
        const documentNote = command.documentNote ?? null;
        const { response, award } = await takeDirectly(deps)(inner, lot, need, appointee, {
          kind,
          reason,
          documentNote,
        });
        const now = (await deps.lots.find(inner, lot.id)) ?? lot;
        return { lot: now, appointment: null, award, response };
      }
      await wallFor(deps, inner, lot, need, appointee.organisation.id, []);
      const now = deps.clock.now();
      const request: Appointment = {
        id: newId(now.getTime()),
        version: 0,
        lotId: lot.id,
        needId: lot.needId,
        needTitle: lot.needTitle,
        posterId: lot.organisationId,
        posterName: lot.organisationName,
        organisationId: appointee.organisation.id,
        organisationName: appointee.organisation.name,
        packageId: appointee.pkg?.id ?? null,
        amountFen: appointee.amountFen,
        reason,
        state: 'waiting',
        answer: null,
        responseId: null,
        awardId: null,
        askedAt: now,
        answeredAt: null,
      };
      const appointment = await storeAppointment(deps)(inner, lot, null, request, {
        action: 'appointment.asked',
        reason,
        data: { lotId: lot.id, organisationId: request.organisationId },
      });
      return { lot, appointment, award: null, response: null };
    });
