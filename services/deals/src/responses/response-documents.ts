import { newId } from '@duijie/domain-kit';
import {
  Conflict,
  NotFound,
  ValidationFailed,
  type Context,
  type TransactionContext,
  type UploadedFile,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { wrongResponseState } from './next-response-state';
import { lockedResponse, requireOpen } from './open-for-responses';
import type { ResponseDocumentRecord } from './persistence/document.repository';
import { hashOf, newSalt } from './receipt';
import type { LotResponse } from './response';
import type { ResponseDeps } from './response-deps';
import { seal } from './sealing/seal';
import { takeIn } from './take-in';
import { needOf, type Written } from './write-response';

const maxDocuments = 30;

/** Facts of a file that was sent, with the key that its bytes are encrypted under; sealed with the response. */
function documentOf(
  { files, keys }: ResponseDeps,
  response: LotResponse,
  file: UploadedFile,
  version: number,
  at: Date,
) {
  const { name: fileName, mediaType, size, sha256, keptAs } = file;
  const facts = { fileName, mediaType, size, sha256, salt: newSalt() };
  const kept = { ...facts, key: files.keyOf(keptAs).toString('base64url') };
  const id = newId(at.getTime());
  const { lotId, attempt, id: responseId } = response;
  const document: ResponseDocumentRecord = {
    id,
    responseId,
    version,
    keptAs,
    sha256: hashOf(facts),
    facts: response.sealed ? null : kept,
    addedAt: at,
  };
  const place = { lotId, attempt, responseId, part: id, version };
  return { document, sealed: response.sealed ? seal(keys, JSON.stringify(kept), place) : null };
}

/** Documents of a response that may be changed, its lot being open. */
async function changeable(
  deps: ResponseDeps,
  ctx: TransactionContext,
  responseId: string,
  ifMatch: number | null,
): Promise<readonly [Lot, LotResponse, Date]> {
  const [lot, response] = await lockedResponse(deps, ctx, responseId, ifMatch);
  const at = await requireOpen(deps, ctx, lot);
  if (response.attempt !== lot.attempt || (response.state !== 'draft' && response.state !== 'submitted'))
    throw wrongResponseState(response.state);
  return [lot, response, at];
}

/** The next version of a response whose documents have changed; one that is in gets a new receipt. */
async function withDocuments(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  before: LotResponse,
  at: Date,
  action: string,
): Promise<Written> {
  if (before.state === 'submitted')
    return takeIn(deps, ctx, { lot, need: await needOf(deps, ctx, lot), at }, before, before);
  return { response: await deps.storeResponse(ctx, lot, before, before, [{ action }]), receipt: null };
}

/**
 * Adds a file, or puts it in the place of another.
 * @throws NotFound, NotAllowed, ValidationFailed, Conflict
 */
export const addResponseDocument =
  (deps: ResponseDeps) =>
  (
    ctx: Context,
    responseId: string,
    file: UploadedFile,
    replaces: string | undefined,
  ): Promise<Written & { readonly document: ResponseDocumentRecord }> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before, at] = await changeable(deps, inner, responseId, null);
      const held = await deps.documents.of(inner, [responseId]);
      const replaced = held.find(({ id }) => id === replaces);
      if (replaces !== undefined && !replaced)
        throw new ValidationFailed([
          { pointer: '/replaces', detail: { zh: '没有这份材料', en: 'There is no such document' } },
        ]);
      if (!replaced && held.length >= maxDocuments)
        throw new Conflict('response.documents-full', {
          zh: `最多 ${maxDocuments} 份材料`,
          en: `At most ${maxDocuments} documents`,
        });
      const { document, sealed } = documentOf(deps, before, file, (replaced?.version ?? 0) + 1, at);
      if (replaced) await deps.documents.remove(inner, replaced.id, at);
      await deps.documents.add(inner, document, sealed);
      return { ...(await withDocuments(deps, inner, lot, before, at, 'response.document-added')), document };
    });

/** @throws NotFound, NotAllowed, PreconditionFailed, Conflict */
export const removeResponseDocument =
  (deps: ResponseDeps) =>
  (ctx: Context, responseId: string, documentId: string, ifMatch: number): Promise<Written> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before, at] = await changeable(deps, inner, responseId, ifMatch);
      if (!(await deps.documents.of(inner, [responseId])).some(({ id }) => id === documentId)) throw new NotFound();
      await deps.documents.remove(inner, documentId, at);
      return withDocuments(deps, inner, lot, before, at, 'response.document-removed');
    });
