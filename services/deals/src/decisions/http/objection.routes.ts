import { decisionRoutes, type ObjectionView } from '@duijie/contracts';
import { actingIdOf, actingForOf, bind, NotFound, type BoundRoute, type Context } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { brokerOf } from '../../on-behalf/broker-of';
import { isRival } from '../../responses/is-rival';
import type { DecisionDeps } from '../decision-deps';
import { foundLot, standingTo } from '../lot-reach';
import { objectionBodyOf, type Objection } from '../objection';
import type { ObjectionReader } from '../persistence/objection.repository';
import { makeObjectionFormal, raiseObjection } from '../raise-objection';
import { answerObjection, decideObjection, passObjectionOn, withdrawObjection } from '../settle-objection';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Unnamed for everybody but its objector; a poster reads a question in the words in which it was passed on. */
function objectionPage(ctx: Context, one: Objection): ObjectionView {
  const own = actingIdOf(ctx);
  const yours = own === one.objectorId;
  return {
    ...objectionBodyOf(one),
    ...(yours ? { organisationId: one.objectorId, organisationName: one.objectorName } : {}),
    text: own === one.posterId && one.formalAt === null ? (one.passedText ?? one.text) : one.text,
    passedAt: iso(one.passedAt),
    passedText: one.passedText,
    answer: one.answer,
    answeredAt: iso(one.answeredAt),
    formalAt: iso(one.formalAt),
    decision: one.decision,
    decidedAt: iso(one.decidedAt),
    calendarKnown: one.calendarKnown,
    raisedAt: one.raisedAt.toISOString(),
    yours,
  };
}

/** What the caller may see of a lot's objections: a rival's office sees what that rival raised itself. */
async function readerOf(
  ctx: Context,
  { responses }: Pick<DecisionDeps, 'responses'>,
  lot: Lot,
): Promise<ObjectionReader> {
  const broker = brokerOf(ctx);
  const own: ObjectionReader = { sees: 'own', organisationId: actingForOf(ctx).organisationId };
  if (await isRival(responses, ctx, lot.id)) {
    const competed = await responses.competed(ctx, [lot.id], broker === null ? [] : [broker]);
    return broker !== null && competed.size > 0 ? { sees: 'own', organisationId: broker } : own;
  }
  const you = standingTo(ctx, lot);
  if (you === 'broker' || you === 'officer') return { sees: 'all' };
  return you === 'poster' ? { sees: 'passed' } : own;
}

async function mayRead(ctx: Context, deps: DecisionDeps, lot: Lot, one: Objection): Promise<boolean> {
  const reader = await readerOf(ctx, deps, lot);
  if (reader.sees === 'own') return one.objectorId === reader.organisationId;
  return reader.sees === 'all' || one.passedAt !== null || one.formalAt !== null;
}

/** Questions and objections to results. */
export function objectionRoutes(deps: DecisionDeps): BoundRoute[] {
  const { lots, objections } = deps;
  const r = decisionRoutes;
  const raise = raiseObjection(deps);
  const formalise = makeObjectionFormal(deps);
  const pass = passObjectionOn(deps);
  const answer = answerObjection(deps);
  const decide = decideObjection(deps);
  const withdraw = withdrawObjection(deps);
  return [
    bind(r.raiseObjection, async (ctx, { params, body }) => objectionPage(ctx, await raise(ctx, params.lotId, body))),
    bind(r.listLotObjections, async (ctx, { params, query }) => {
      const lot = await foundLot(lots, ctx, params.lotId);
      const { items, nextCursor } = await objections.list(ctx, lot.id, await readerOf(ctx, deps, lot), query);
      return { items: items.map((one) => objectionPage(ctx, one)), nextCursor };
    }),
    bind(r.getObjection, async (ctx, { params }) => {
      const one = await objections.find(ctx, params.objectionId);
      if (!one || !(await mayRead(ctx, deps, await foundLot(lots, ctx, one.lotId), one))) throw new NotFound();
      return objectionPage(ctx, one);
    }),
    bind(r.passObjectionOn, async (ctx, { params, ifMatch, body }) =>
      objectionPage(ctx, await pass(ctx, params.objectionId, ifMatch, body.text)),
    ),
    bind(r.answerObjection, async (ctx, { params, ifMatch, body }) =>
      objectionPage(ctx, await answer(ctx, params.objectionId, ifMatch, body.text)),
    ),
    bind(r.makeObjectionFormal, async (ctx, { params, ifMatch }) =>
      objectionPage(ctx, await formalise(ctx, params.objectionId, ifMatch)),
    ),
    bind(r.decideObjection, async (ctx, { params, ifMatch, body }) =>
      objectionPage(ctx, await decide(ctx, params.objectionId, ifMatch, body)),
    ),
    bind(r.withdrawObjection, async (ctx, { params, ifMatch }) =>
      objectionPage(ctx, await withdraw(ctx, params.objectionId, ifMatch)),
    ),
  ];
}
