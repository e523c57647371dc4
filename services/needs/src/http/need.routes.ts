import { needsRoutes } from '@duijie/contracts';
import { bind, NotFound, type BoundRoute } from '@duijie/service-kit';
import { attachToNeed, downloadFromNeed, removeFromNeed, type AttachDeps } from '../attach-to-need';
import { changeNeed, type ChangeDeps } from '../change-need';
import { markDuplicate, referNeed, withdrawNeed, type CloseDeps } from '../close-need';
import { draftNeed, type DraftDeps } from '../draft-need';
import { excludeFromNeed, readmitToNeed, type ExcludeDeps } from '../exclude-from-need';
import { joinNeed, leaveNeed, listJoins, type JoinDeps } from '../join-need';
import { mergeNeeds, type MergeDeps } from '../merge-needs';
import { visibleNeed } from '../need-reach';
import type { NeedRecords } from '../persistence/need-records.read-model';
import { previewNeed } from '../preview-need';
import { approveNeed, checkNeed, returnNeed, type ScreenDeps } from '../screen-need';
import { submitNeed, type SubmitDeps } from '../submit-need';
import { takeLotsAgain, type LotsAgainDeps } from '../take-lots-again';
import { triageNeed, type TriageDeps } from '../triage/triage-need';
import { showNeed } from './show-need';

export type NeedRouteDeps = AttachDeps &
  ChangeDeps &
  CloseDeps &
  DraftDeps &
  ExcludeDeps &
  JoinDeps &
  LotsAgainDeps &
  MergeDeps &
  ScreenDeps &
  SubmitDeps &
  TriageDeps & { readonly records: NeedRecords };

/** One need: its life, its files, its joins, its records. */
export function needRoutes(deps: NeedRouteDeps): BoundRoute[] {
  const { needs, records } = deps;
  const r = needsRoutes;
  const show = showNeed(deps);
  const preview = previewNeed({ ...deps, show });
  const draft = draftNeed(deps);
  const change = changeNeed(deps);
  const submit = submitNeed(deps);
  const approve = approveNeed(deps);
  const check = checkNeed(deps);
  const giveBack = returnNeed(deps);
  const withdraw = withdrawNeed(deps);
  const duplicate = markDuplicate(deps);
  const refer = referNeed(deps);
  const again = takeLotsAgain(deps);
  const triage = triageNeed(deps);
  const merge = mergeNeeds(deps);
  const exclude = excludeFromNeed(deps);
  const readmit = readmitToNeed(deps);
  const attach = attachToNeed(deps);
  const detach = removeFromNeed(deps);
  const download = downloadFromNeed(deps);
  const join = joinNeed(deps);
  const leave = leaveNeed(deps);
  const joins = listJoins(deps);
  return [
    bind(r.createNeed, async (ctx, { body }) => show(ctx, await draft(ctx, body))),
    bind(r.getNeed, async (ctx, { params }) => show(ctx, await visibleNeed(needs, ctx, params.needId))),
    bind(r.previewNeed, (ctx, { params, query }) => preview(ctx, params.needId, query.by)),
    bind(r.getNeedContact, async (ctx, { params }) => {
      const need = await needs.find(ctx, params.needId);
      if (!need) throw new NotFound();
      return { contact: need.contact };
    }),
    bind(r.changeNeed, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await change(ctx, params.needId, ifMatch, body)),
    ),
    bind(r.submitNeed, async (ctx, { params, ifMatch }) => show(ctx, await submit(ctx, params.needId, ifMatch))),
    bind(r.approveNeed, async (ctx, { params, ifMatch }) => show(ctx, await approve(ctx, params.needId, ifMatch))),
    bind(r.checkNeed, async (ctx, { params, ifMatch }) => show(ctx, await check(ctx, params.needId, ifMatch))),
    bind(r.returnNeed, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await giveBack(ctx, params.needId, ifMatch, body.reason)),
    ),
    bind(r.withdrawNeed, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await withdraw(ctx, params.needId, ifMatch, body.reason)),
    ),
    bind(r.markNeedDuplicate, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await duplicate(ctx, params.needId, ifMatch, body)),
    ),
    bind(r.referNeed, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await refer(ctx, params.needId, ifMatch, body)),
    ),
    bind(r.takeLotsAgain, async (ctx, { params, body }) => show(ctx, await again(ctx, params.needId, body.lotIds))),
    bind(r.getNeedTriage, (ctx, { params }) => triage(ctx, params.needId)),
    bind(r.mergeNeeds, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await merge(ctx, params.needId, ifMatch, body)),
    ),
    bind(r.excludeFromNeed, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await exclude(ctx, params.needId, ifMatch, body.organisationId, body.reason)),
    ),
    bind(r.readmitToNeed, async (ctx, { params, ifMatch }) =>
      show(ctx, await readmit(ctx, params.needId, ifMatch, params.organisationId)),
    ),
    bind(r.listNeedVersions, async (ctx, { params, query }) => {
      await visibleNeed(needs, ctx, params.needId);
      const { items, nextCursor } = await records.versions(params.needId, query);
      return { items: [...items], nextCursor };
    }),
    bind(r.getNeedVersion, async (ctx, { params }) => {
      await visibleNeed(needs, ctx, params.needId);
      const found = await records.version(params.needId, params.version);
      if (!found) throw new NotFound();
      return found;
    }),
    bind(r.listNeedHistory, async (ctx, { params, query }) => {
      await visibleNeed(needs, ctx, params.needId);
      const { items, nextCursor } = await records.history(params.needId, query);
      return { items: [...items], nextCursor };
    }),
    bind(r.addNeedAttachment, async (ctx, { params, body, file }) => {
      if (!file) throw new Error('an upload route without a file');
      return show(ctx, await attach(ctx, params.needId, file, body));
    }),
    bind(r.downloadNeedAttachment, (ctx, { params }) => download(ctx, params.needId, params.attachmentId)),
    bind(r.removeNeedAttachment, async (ctx, { params, ifMatch }) =>
      show(ctx, await detach(ctx, params.needId, ifMatch, params.attachmentId)),
    ),
    bind(r.joinNeed, (ctx, { params, body }) => join(ctx, params.needId, body.note)),
    bind(r.leaveNeed, async (ctx, { params, ifMatch }) => {
      await leave(ctx, params.needId, params.joinId, ifMatch);
      return undefined;
    }),
    bind(r.listNeedJoins, async (ctx, { params, query }) => {
      const { items, nextCursor, count } = await joins(ctx, params.needId, query);
      return { items: [...items], nextCursor, count };
    }),
  ];
}
