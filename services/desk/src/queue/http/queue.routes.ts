import { deskRoutes, deskTaskKinds } from '@duijie/contracts';
import { actingForOf, bind, type BoundRoute } from '@duijie/service-kit';
import { presentIntroduction } from '../../introductions/present-introduction';
import { changeTerms } from '../change-terms';
import { claimTask } from '../claim-task';
import { finishTask, snoozeTask } from '../end-task';
import { dispatchTask, releaseTask } from '../hand-task';
import { presentTask } from '../present-task';
import type { QueueDeps } from '../queue-deps';
import { recordIntroductionCall, recordTaskCall, type Call } from '../record-call';
import { requireSeen } from '../step-task';

const callOf = (body: { result: Call['result']; callBackAt?: string | undefined; note: string | null }): Call => ({
  ...body,
  callBackAt: body.callBackAt === undefined ? null : new Date(body.callBackAt),
});

/** The broker's queue. */
export function queueRoutesOf(deps: QueueDeps): BoundRoute[] {
  const { clock, tasks, whose } = deps;
  const r = deskRoutes;
  const claim = claimTask(deps);
  const dispatch = dispatchTask(deps);
  const release = releaseTask(deps);
  const finish = finishTask(deps);
  const snooze = snoozeTask(deps);
  const callTask = recordTaskCall(deps);
  const callIntroduced = recordIntroductionCall(deps);
  const change = changeTerms(deps);
  return [
    bind(r.listDeskTasks, async (ctx, { query }) => {
      const { kinds, state, dueBy, needId } = query;
      const holders = query.whose === 'all' ? undefined : query.whose === 'mine' ? await whose(ctx) : ([null] as const);
      const page = await tasks.list(
        ctx,
        {
          state,
          associationId: actingForOf(ctx).organisationId,
          kinds: kinds && kinds.length > 0 ? [...new Set(kinds)] : undefined,
          dueBy: dueBy === undefined ? undefined : new Date(dueBy),
          needId,
          ...(holders ? { holders } : {}),
        },
        query,
      );
      return { items: page.items.map(presentTask), nextCursor: page.nextCursor };
    }),
    bind(r.countDeskTasks, async (ctx) => {
      const found = await tasks.counts(ctx, actingForOf(ctx).organisationId, await whose(ctx), clock.now());
      const byKind = new Map(found.map((count) => [count.kind, count]));
      return {
        items: deskTaskKinds.map((kind) => byKind.get(kind) ?? { kind, open: 0, due: 0, mine: 0, unclaimed: 0 }),
      };
    }),
    bind(r.getDeskTask, async (ctx, { params }) =>
      presentTask(requireSeen(await tasks.find(ctx, params.taskId), actingForOf(ctx).organisationId)),
    ),
    bind(r.claimDeskTask, async (ctx, { params, ifMatch }) => presentTask(await claim(ctx, params.taskId, ifMatch))),
    bind(r.dispatchDeskTask, async (ctx, { params, body, ifMatch }) =>
      presentTask(await dispatch(ctx, params.taskId, body, ifMatch)),
    ),
    bind(r.releaseDeskTask, async (ctx, { params, ifMatch }) =>
      presentTask(await release(ctx, params.taskId, ifMatch)),
    ),
    bind(r.finishDeskTask, async (ctx, { params, body, ifMatch }) =>
      presentTask(await finish(ctx, params.taskId, body.note, ifMatch)),
    ),
    bind(r.snoozeDeskTask, async (ctx, { params, body, ifMatch }) =>
      presentTask(await snooze(ctx, params.taskId, new Date(body.until), ifMatch)),
    ),
    bind(r.recordTaskCall, async (ctx, { params, body, ifMatch }) =>
      presentTask(await callTask(ctx, params.taskId, callOf(body), ifMatch)),
    ),
    bind(r.recordIntroductionCall, async (ctx, { params, body, ifMatch }) =>
      presentIntroduction(await callIntroduced(ctx, params.introductionId, callOf(body), ifMatch), 'staff'),
    ),
    bind(r.getDeskTerms, (ctx) => tasks.terms(ctx)),
    bind(r.changeDeskTerms, (ctx, { body, ifMatch }) => change(ctx, body, ifMatch)),
  ];
}
