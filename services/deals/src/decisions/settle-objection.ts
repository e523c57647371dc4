import {
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
  type Subject,
  type TransactionContext,
} from '@duijie/service-kit';
import { isRival } from '../responses/is-rival';
import type { Lot } from '../lots/lot';
import { awardBodyOf, type Award } from './award';
import { nextAwardState } from './award-lifecycle';
import type { DecisionDeps } from './decision-deps';
import { lockedLot, lotSubject } from './lot-reach';
import type { Objection } from './objection';
import { nextObjectionState, wrongObjectionState } from './objection-lifecycle';
import { storeObjection } from './store-objection';
import { concernsYou, requireUnbiased } from './unbiased';
import { undoAward } from './undo-award';

interface Locked {
  readonly lot: Lot;
  readonly award: Award | null;
  readonly objection: Objection;
}

/** Locks lot, award and objection, in that order, for whom `subjectOf` lets in. */
async function lockedObjection(
  deps: DecisionDeps,
  ctx: TransactionContext,
  objectionId: string,
  ifMatch: number,
  subjectOf: (objection: Objection, lot: Lot) => Subject,
): Promise<Locked> {
  const seen = await deps.objections.find(ctx, objectionId);
  if (!seen) throw new NotFound();
  const lot = await lockedLot(deps.lots, ctx, seen.lotId, null);
  requireReach(ctx, subjectOf(seen, lot));
  const award = await deps.awards.lockOfLot(ctx, lot.id);
  const objection = await deps.objections.lock(ctx, objectionId);
  if (!objection) throw new NotFound();
  requireVersion(ifMatch, objection.version);
  return { lot, award: award?.id === objection.awardId ? award : null, objection };
}

const toObjector = ({ objectorId }: Objection): Subject => ({ organisationId: objectorId, visible: false });
const toArea = (_objection: Objection, lot: Lot): Subject => ({ ...lotSubject(lot), visible: false });

/** Goes on with the notice once nothing formal is open: as long as was left of it when it was stopped. */
async function resumeNotice(deps: DecisionDeps, ctx: TransactionContext, lot: Lot, award: Award | null): Promise<void> {
  if (award?.state !== 'objected') return;
  const running = await deps.objections.lockRunning(ctx, award.id);
  if (running.some(({ state }) => state === 'formal')) return;
  const state = nextAwardState(award.state, 'resume');
  const rest = deps.clock.now().getTime() + (award.noticeLeftMs ?? 0);
  const noticeUntil = new Date(Math.max(award.noticeUntil?.getTime() ?? 0, rest));
  const after = await deps.awards.update(ctx, award, { ...award, state, noticeUntil, noticeLeftMs: null });
  await deps.audit.record(ctx, {
    action: 'award.notice-resumed',
    aggregate: { type: 'award', id: award.id },
    from: award.state,
    to: state,
  });
  await deps.storeLot(ctx, lot, { ...lot, award: awardBodyOf(after) }, [
    { action: 'lot.notice-resumed', data: { awardId: award.id, noticeUntil: noticeUntil.toISOString() } },
  ]);
}

/**
 * A broker, or an officer of the area where the association drafted or screened the need, passes a question on, in words
 * that need not be the objector's.
 * @throws NotFound, NotAllowed `conflict.own-matter`, Conflict
 */
export const passObjectionOn =
  (deps: DecisionDeps) =>
  (ctx: Context, objectionId: string, ifMatch: number, text: string | undefined): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const { lot, objection } = await lockedObjection(deps, inner, objectionId, ifMatch, toArea);
      requireUnbiased(inner, await deps.copies.need(inner, lot.needId), [lot.organisationId, objection.objectorId]);
      if (await isRival(deps.responses, inner, lot.id)) throw concernsYou();
      if (objection.state !== 'asked') throw wrongObjectionState(objection.state);
      if (objection.passedAt !== null)
        throw new Conflict('objection.passed-already', { zh: '已转达', en: 'It was passed on already' });
      const passed = { ...objection, passedAt: deps.clock.now(), passedText: text ?? null };
      return storeObjection(deps)(inner, objection, passed, null, 'objection.passed-on');
    });

/** The poster answers what was passed on to it, or a formal objection. @throws NotFound, NotAllowed, Conflict */
export const answerObjection =
  (deps: DecisionDeps) =>
  (ctx: Context, objectionId: string, ifMatch: number, text: string): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const { objection } = await lockedObjection(deps, inner, objectionId, ifMatch, ({ posterId }) => ({
        organisationId: posterId,
        visible: false,
      }));
      // What was not passed on does not exist for the poster.
      if (objection.passedAt === null && objection.formalAt === null) throw new NotFound();
      const answered = { ...objection, answer: text, answeredAt: deps.clock.now() };
      const transition = objection.state === 'formal' ? null : 'answer';
      return storeObjection(deps)(inner, objection, answered, transition, 'objection.answered');
    });

/** Whoever raised it takes it back. @throws NotFound, PreconditionFailed, Conflict */
export const withdrawObjection =
  (deps: DecisionDeps) =>
  (ctx: Context, objectionId: string, ifMatch: number): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const { lot, award, objection } = await lockedObjection(deps, inner, objectionId, ifMatch, toObjector);
      const stored = await storeObjection(deps)(inner, objection, objection, 'withdraw', 'objection.withdrawn');
      await resumeNotice(deps, inner, lot, award);
      return stored;
    });

/**
 * A broker or officer decides a formal objection, of a body that neither posted the need nor stands behind its wall:
 * upheld, the award is taken back and the lot decided again; dismissed, the notice goes on for as long as was left of it.
 * @throws NotFound, NotAllowed `conflict.own-matter`, PreconditionFailed, Conflict
 */
export const decideObjection =
  (deps: DecisionDeps) =>
  (
    ctx: Context,
    objectionId: string,
    ifMatch: number,
    {
      outcome,
      reason,
      winner,
    }: {
      readonly outcome: 'upheld' | 'dismissed';
      readonly reason: string;
      readonly winner: 'disqualified' | 'kept';
    },
  ): Promise<Objection> =>
    deps.database.run(ctx, async (inner) => {
      const { lot, award, objection } = await lockedObjection(deps, inner, objectionId, ifMatch, toArea);
      const need = await deps.copies.need(inner, lot.needId);
      const competing = await deps.responses.ofLot(inner, lot.id, lot.attempt);
      requireUnbiased(inner, need, [
        lot.organisationId,
        ...(need?.excludedOrganisationIds ?? []),
        ...competing.flatMap(({ parties }) => parties.map(({ organisationId }) => organisationId)),
      ]);
      if (await isRival(deps.responses, inner, lot.id)) throw concernsYou();
      const transition = outcome === 'upheld' ? 'uphold' : 'dismiss';
      nextObjectionState(objection.state, transition);
      if (!award) throw wrongObjectionState(objection.state);
      const decided = { ...objection, decision: reason, decidedAt: deps.clock.now() };
      const action = `objection.${outcome}`;
      const stored = await storeObjection(deps)(inner, objection, decided, transition, action, reason);
      if (outcome === 'upheld')
        await undoAward(deps)(inner, lot, award, {
          because: `异议成立：${reason}`.slice(0, 500),
          winner: winner === 'disqualified' ? 'disqualify' : 'reconsider',
          upheld: true,
        });
      else await resumeNotice(deps, inner, lot, award);
      return stored;
    });
