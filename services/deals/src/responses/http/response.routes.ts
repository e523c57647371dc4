import { dealsRoutes as r } from '@duijie/contracts';
import {
  actingIdOf,
  actingForOf,
  bind,
  decodeCursor,
  NotFound,
  pageFrom,
  ValidationFailed,
  type BoundRoute,
  type Context,
} from '@duijie/service-kit';
import { Readable } from 'node:stream';
import { lotBodyOf } from '../../lots/lot';
import { brokerOf } from '../../on-behalf/broker-of';
import { answerMembership } from '../answer-membership';
import { clearResponse } from '../clear-response';
import { closeResponses } from '../end-response-times';
import type { LotResponse, Standing } from '../response';
import type { ResponseDeps } from '../response-deps';
import { addResponseDocument, removeResponseDocument } from '../response-documents';
import { withdrawResponse } from '../withdraw-response';
import { changeResponse, createResponse, submitResponse, type Written } from '../write-response';
import { seesOthers, visibleResponse } from './response-reach';
import { ackOf, openingRecordOf, responseSummaryOf, responseViewOf } from './response.presenter';

const idOf = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
const acked = async (written: Promise<Written>) => {
  const { response, receipt } = await written;
  return ackOf(response, receipt);
};

export function responseRoutes(deps: ResponseDeps): BoundRoute[] {
  const { documents, files, lists, lots, openings, receipts, responses } = deps;
  const create = createResponse(deps);
  const change = changeResponse(deps);
  const submit = submitResponse(deps);
  const withdraw = withdrawResponse(deps);
  const answer = answerMembership(deps);
  const clear = clearResponse(deps);
  const addDocument = addResponseDocument(deps);
  const removeDocument = removeResponseDocument(deps);
  const close = closeResponses(deps);

  async function page(ctx: Context, ids: readonly string[], limit: number) {
    const { items, nextCursor } = pageFrom(await responses.some(ctx, ids), limit, ({ id }) => [id]);
    const held = await lists.lots(
      ctx,
      items.map(({ lotId }) => lotId),
    );
    const acting = actingIdOf(ctx);
    const broker = brokerOf(ctx);
    // A rival sees its own; a broker whose association is one sees none in another's name.
    const rivalIn = await responses.competed(ctx, [...held.keys()], acting === null ? [] : [acting]);
    const brokerIn = await responses.competed(ctx, [...held.keys()], broker === null ? [] : [broker]);
    const mayKnow = ({ lotId, parties }: LotResponse): boolean =>
      !brokerIn.has(lotId) && (!rivalIn.has(lotId) || parties.some(({ organisationId }) => organisationId === acting));
    const shown = items.filter(mayKnow).flatMap((one) => {
      const lot = held.get(one.lotId);
      return lot ? responseSummaryOf(one, lot, acting) : [];
    });
    return { items: shown, nextCursor };
  }
  /** One whose members are told has its receipt with it. */
  async function withReceipt(ctx: Context, response: LotResponse) {
    return ackOf(response, (await receipts.latest(ctx, [response.id])).get(response.id) ?? null);
  }

  return [
    bind(r.listOwnResponses, async (ctx, { query }) => {
      const { organisationId } = actingForOf(ctx);
      const standing: Standing | undefined = query.as === 'member' ? 'confirmed' : query.as;
      const filter = { standing, state: query.state };
      const ids = await lists.own(ctx, organisationId, filter, idOf(query.cursor), query.limit + 1);
      return page(ctx, ids, query.limit);
    }),
    bind(r.listFlaggedResponses, async (ctx, { query }) =>
      page(ctx, await lists.flagged(ctx, idOf(query.cursor), query.limit + 1), query.limit),
    ),
    bind(r.listLotResponses, async (ctx, { params: { lotId }, query }) => {
      const lot = await lots.find(ctx, lotId);
      if (!lot) throw new NotFound();
      const after = idOf(query.cursor);
      const limit = query.limit + 1;
      const ids = (await seesOthers(deps, ctx, lot))
        ? await lists.disclosedOfLot(ctx, lotId, after, limit)
        : await lists.ownOfLot(ctx, actingIdOf(ctx) ?? '', lotId, after, limit);
      return page(ctx, ids, query.limit);
    }),
    bind(r.getResponse, async (ctx, { params }) => {
      const [response, lot] = await visibleResponse(deps, ctx, params.responseId);
      return responseViewOf(response, lot, await documents.of(ctx, [response.id]), actingIdOf(ctx));
    }),
    bind(r.createResponse, (ctx, { params, body }) => acked(create(ctx, params.lotId, body))),
    bind(r.changeResponse, (ctx, { params, body, ifMatch }) => acked(change(ctx, params.responseId, ifMatch, body))),
    bind(r.submitResponse, (ctx, { params, ifMatch }) => acked(submit(ctx, params.responseId, ifMatch))),
    bind(r.withdrawResponse, (ctx, { params, body, ifMatch }) =>
      acked(withdraw(ctx, params.responseId, ifMatch, body.reason)),
    ),
    bind(r.confirmMembership, async (ctx, { params, ifMatch }) =>
      withReceipt(ctx, await answer(ctx, params.responseId, ifMatch, 'confirmed')),
    ),
    bind(r.declineMembership, async (ctx, { params, ifMatch }) =>
      withReceipt(ctx, await answer(ctx, params.responseId, ifMatch, 'declined')),
    ),
    bind(r.clearResponse, async (ctx, { params, body, ifMatch }) => {
      const response = await clear(ctx, params.responseId, ifMatch, body);
      const lot = await lots.find(ctx, response.lotId);
      if (!lot) throw new NotFound();
      return responseViewOf(response, lot, await documents.of(ctx, [response.id]), actingIdOf(ctx));
    }),
    bind(r.getResponseReceipt, async (ctx, { params }) => {
      const [{ id }] = await visibleResponse(deps, ctx, params.responseId);
      const receipt = (await receipts.latest(ctx, [id])).get(id);
      if (!receipt) throw new NotFound();
      return receipt;
    }),
    bind(r.listResponseReceipts, async (ctx, { params, query }) => {
      const [{ id }] = await visibleResponse(deps, ctx, params.responseId);
      const rows = await receipts.list(ctx, id, idOf(query.cursor), query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.id]);
      return { items: items.map(({ receipt }) => receipt), nextCursor };
    }),
    {
      ...bind(r.addResponseDocument, async (ctx, { params, body, file }) => {
        if (!file)
          throw new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]);
        const { response, receipt, document } = await addDocument(ctx, params.responseId, file, body.replaces);
        return {
          ...ackOf(response, receipt),
          documentId: document.id,
          documentVersion: document.version,
          documentSha256: document.sha256,
        };
      }),
      files,
    },
    bind(r.removeResponseDocument, (ctx, { params, ifMatch }) =>
      acked(removeDocument(ctx, params.responseId, params.documentId, ifMatch)),
    ),
    bind(r.downloadResponseDocument, async (ctx, { params }) => {
      const [{ id }] = await visibleResponse(deps, ctx, params.responseId);
      const document = (await documents.of(ctx, [id])).find((each) => each.id === params.documentId);
      if (!document?.facts) throw new NotFound();
      const { fileName, key, mediaType, size } = document.facts;
      const bytes = await files.read(document.keptAs, Buffer.from(key, 'base64url'));
      return { stream: Readable.from([bytes]), size, mediaType, fileName };
    }),
    bind(r.closeResponses, async (ctx, { params, ifMatch }) => lotBodyOf(await close(ctx, params.lotId, ifMatch))),
    bind(r.getOpeningRecord, async (ctx, { params }) => {
      const lot = await lots.find(ctx, params.lotId);
      const opening = lot && (await openings.latest(ctx, lot.id));
      if (!opening) throw new NotFound();
      return openingRecordOf(opening, lot);
    }),
  ];
}
