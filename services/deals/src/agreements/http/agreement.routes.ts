import { dealsRoutes } from '@duijie/contracts';
import { bind, ValidationFailed, type BoundRoute, type UploadedFile } from '@duijie/service-kit';
import { addAgreementFile, downloadAgreementFile } from '../agreement-files';
import type { AgreementDeps } from '../agreement-deps';
import { reachedAgreement } from '../agreement-reach';
import { cancelDraft, changeDraft, draftAgreement } from '../draft-agreement';
import { listScope } from '../list-scope';
import type { timelineOf } from '../persistence/timeline.read-model';
import { confirmAgreement, signAgreement } from '../sign-agreement';
import { terminateAgreement, tickHandOver } from '../terminate-agreement';
import { agreementViewOf } from './agreement.presenter';

function uploaded(file: UploadedFile | undefined): UploadedFile {
  if (file) return file;
  throw new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]);
}

/** Routes of agreements from draft to end. `overdue` stands before the one whose path would take it. */
export function agreementRoutes(deps: AgreementDeps, timeline: ReturnType<typeof timelineOf>): BoundRoute[] {
  const { agreements, clock, lists } = deps;
  const view = agreementViewOf(deps);
  const draft = draftAgreement(deps);
  const change = changeDraft(deps);
  const cancel = cancelDraft(deps);
  const confirm = confirmAgreement(deps);
  const sign = signAgreement(deps);
  const addFile = addAgreementFile(deps);
  const terminate = terminateAgreement(deps);
  const tick = tickHandOver(deps);
  return [
    bind(dealsRoutes.listAgreements, (ctx, { query }) =>
      lists.agreements(ctx, listScope(ctx, query.side), query, clock.now()),
    ),
    bind(dealsRoutes.listOverdueMilestones, (ctx, { query }) =>
      lists.overdue(ctx, listScope(ctx, undefined), query, clock.now()),
    ),
    bind(dealsRoutes.draftAgreement, async (ctx, { body }) =>
      view(ctx, await draft(ctx, body.awardId, body.terms, body.confirm)),
    ),
    bind(dealsRoutes.getAgreement, async (ctx, { params }) => {
      const [one] = await reachedAgreement(agreements, ctx, params.agreementId);
      return view(ctx, one);
    }),
    bind(dealsRoutes.listAgreementTimeline, async (ctx, { params, query }) => {
      const [{ id }] = await reachedAgreement(agreements, ctx, params.agreementId);
      return timeline(ctx, id, query);
    }),
    bind(dealsRoutes.changeAgreementDraft, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await change(ctx, params.agreementId, ifMatch, body)),
    ),
    bind(dealsRoutes.cancelAgreementDraft, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await cancel(ctx, params.agreementId, ifMatch, body.reason)),
    ),
    bind(dealsRoutes.confirmAgreement, async (ctx, { params, ifMatch }) =>
      view(ctx, await confirm(ctx, params.agreementId, ifMatch)),
    ),
    bind(dealsRoutes.signAgreement, async (ctx, { params, body, file, ifMatch }) =>
      view(ctx, await sign(ctx, params.agreementId, ifMatch, body.signedOn, uploaded(file))),
    ),
    bind(dealsRoutes.addAgreementFile, async (ctx, { params, body, file }) =>
      view(ctx, await addFile(ctx, params.agreementId, uploaded(file), body.purpose)),
    ),
    bind(dealsRoutes.downloadAgreementFile, (ctx, { params }) =>
      downloadAgreementFile(deps)(ctx, params.agreementId, params.fileId),
    ),
    bind(dealsRoutes.terminateAgreement, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await terminate(ctx, params.agreementId, ifMatch, body)),
    ),
    bind(dealsRoutes.tickHandOver, async (ctx, { params, body, ifMatch }) =>
      view(ctx, await tick(ctx, params.agreementId, ifMatch, params.itemId, body.done)),
    ),
  ];
}
