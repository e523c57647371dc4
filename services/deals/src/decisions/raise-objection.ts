import { dayOf, deadlineOn, newId } from '@duijie/domain-kit';
import {
  Conflict,
  NotAllowed,
  actingForOf,
  isDuplicateKey,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { awardBodyOf, type Award } from './award';
import { nextAwardState } from './award-lifecycle';
import type { DecisionDeps } from './decision-deps';
import { lockedLot } from './lot-reach';
import type { Objection } from './objection';
import { storeObjection } from './store-objection';

/** The result that may still be objected to. @throws Conflict `award.no-notice` */
function requireNotice(award: Award | null, now: Date): Award {
  const open =
    award?.state === 'objected' || (award?.state === 'notice' && award.noticeUntil !== null && now < award.noticeUntil);
  if (award && open) return award;
  throw new Conflict('award.no-notice', {
    zh: '现在不在结果公示期内',
    en: 'The result is not posted for notice now',
  });
}

/** A formal objection stops the notice: the result waits for its decision. */
async function stopNotice(deps: DecisionDeps, ctx: TransactionContext, lot: Lot, award: Award): Promise<void> {
  if (award.state === 'objected') return;
  const state = nextAwardState(award.state, 'object');
  const left = (award.noticeUntil?.getTime() ?? 0) - deps.clock.now().getTime();
  const after = await deps.awards.update(ctx, award, { ...award, state, noticeLeftMs: Math.max(0, left) });
  await deps.audit.record(ctx, {
    action: 'award.objected',
    aggregate: { type: 'award', id: award.id },
    from: award.state,
    to: state,
  });
  await deps.storeLot(ctx, lot, { ...lot, award: awardBodyOf(after) }, [
    { action: 'lot.award-objected', data: { awardId: award.id } },
  ]);
}

/** When a formal objection is to be answered. @see Government Procurement Law, art. 53: seven working days */
async function answerTerm({ calendar, answerWorkingDays }: DecisionDeps, now: Date) {
  const { value, calendarKnown } = (await calendar()).addWorkingDays(dayOf(now), answerWorkingDays);
  return { answerDueAt: deadlineOn(value), calendarKnown };
}

/**
 * Somebody who responded asks about a result while it is posted, unnamed, or objects to it formally.
 * @throws NotFound, NotAllowed `objection.not-a-responder`, Conflict `award.no-notice`, `objection.already`
 */
export const raiseObjection =
  (deps: DecisionDeps) =>
  (
    ctx: Context,
    lotId: string,
    { text, formal }: { readonly text: string; readonly formal: boolean },
  ): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const { awards, clock, lots, responses } = deps;
      const { organisationId, organisationName } = actingForOf(inner);
      const lot = await lockedLot(lots, inner, lotId, null);
      const took = (await responses.ofLot(inner, lot.id, lot.attempt)).some(
        ({ submittedAt, state, parties }) =>
          submittedAt !== null &&
          state !== 'withdrawn' &&
          state !== 'awarded' &&
          parties.some(
            (party) =>
              party.organisationId === organisationId &&
              (party.standing === 'leader' || party.standing === 'confirmed'),
          ),
      );
      if (!took)
        throw new NotAllowed({
          reason: 'objection.not-a-responder',
          detail: { zh: '只有参加响应的机构可以提出', en: 'Only those who responded to the lot may object' },
        });
      const now = clock.now();
      const award = requireNotice(await awards.lockOfLot(inner, lotId), now);
      const asked: Objection = {
        id: newId(now.getTime()),
        version: 0,
        lotId,
        needId: lot.needId,
        needTitle: lot.needTitle,
        awardId: award.id,
        posterId: lot.organisationId,
        objectorId: organisationId,
        objectorName: organisationName,
        state: 'asked',
        text,
        passedAt: null,
        passedText: null,
        answer: null,
        answeredAt: null,
        formalAt: null,
        answerDueAt: null,
        calendarKnown: true,
        decision: null,
        decidedAt: null,
        raisedAt: now,
        updatedAt: now,
        demo: lot.demo,
      };
      const facts = formal ? { formalAt: now, ...(await answerTerm(deps, now)) } : {};
      const action = formal ? 'objection.formal' : 'objection.asked';
      try {
        const stored = await storeObjection(deps)(
          inner,
          null,
          { ...asked, ...facts },
          formal ? 'formalise' : null,
          action,
        );
        if (formal) await stopNotice(deps, inner, lot, award);
        return stored;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new Conflict('objection.already', {
          zh: '贵单位对这一结果已有未了结的疑问或异议',
          en: 'Your organisation has one that is not settled yet',
        });
      }
    });

/** A question that was asked becomes formal, with its name. @throws NotFound, Conflict, PreconditionFailed */
export const makeObjectionFormal =
  (deps: DecisionDeps) =>
  (ctx: Context, objectionId: string, ifMatch: number): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const seen = await deps.objections.find(inner, objectionId);
      if (!seen) throw new NotFound();
      requireReach(inner, { organisationId: seen.objectorId, visible: false });
      const lot = await lockedLot(deps.lots, inner, seen.lotId, null);
      const award = await deps.awards.lockOfLot(inner, lot.id);
      const before = await deps.objections.lock(inner, objectionId);
      if (!before) throw new NotFound();
      requireVersion(ifMatch, before.version);
      const now = deps.clock.now();
      const current = requireNotice(award?.id === before.awardId ? award : null, now);
      const formal = { ...before, formalAt: now, ...(await answerTerm(deps, now)) };
      const stored = await storeObjection(deps)(inner, before, formal, 'formalise', 'objection.formal');
      await stopNotice(deps, inner, lot, current);
      return stored;
    });
