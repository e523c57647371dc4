import type { RouteContract } from '@duijie/contracts';
import type { Request, RequestHandler, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { applicableGrants } from '../auth/grants';
import { actorHeader, type ActorTokens } from '../auth/actor-token';
import type { Context } from '../context';
import { NotAuthenticated, Refusal, ValidationFailed, type Fault } from '../errors';
import type { FileStore } from '../files/file-store';
import type { Idempotency, StoredAnswer } from '../persistence/idempotency';
import type { TransactionRunner } from '../persistence/database';
import type { BoundRoute, Download, Policy, RouteInput, StreamEvent } from './bind';
import type { EventStreams } from './event-streams';
import { ifMatchVersion, idempotencyKey } from './request-headers';
import { localeOf, parseInput } from './localise';
import { readUpload, type Upload } from './upload';
import type { Workbooks } from './workbooks';

export interface RouteDeps {
  readonly tokens: ActorTokens;
  readonly policy: Policy;
  readonly files: FileStore;
  /** Absent in a service without a database. */
  readonly transactions?: TransactionRunner;
  readonly idempotency?: Idempotency;
  /** Absent where no route streams. */
  readonly streams?: EventStreams;
  /** Absent where no list becomes a workbook. */
  readonly workbooks?: Workbooks;
  /** Answers are parsed by their contract before they leave: in tests and development. */
  readonly checkAnswers: boolean;
}

function contextOf(req: Request, res: Response, contract: RouteContract, deps: RouteDeps): Context {
  const token = req.get(actorHeader);
  const actor = token === undefined ? ({ type: 'anonymous' } as const) : deps.tokens.verify(token);
  if (!actor) throw new NotAuthenticated({ reason: 'actor.invalid' });
  const grants = deps.policy[contract.id];
  if (!grants) throw new Error(`No policy for ${contract.id}`);
  return {
    actor,
    grants: applicableGrants(grants, actor),
    locale: localeOf(req.get('accept-language')),
    requestId: String(res.getHeader('x-request-id')),
    traceparent: String(req.get('traceparent')),
    remoteAddress: req.ip ?? null,
  };
}

function inputOf(
  req: Request,
  ctx: Context,
  contract: RouteContract,
  upload: Upload | undefined,
  query: Readonly<Record<string, unknown>> = req.query,
): RouteInput<RouteContract> {
  const parts = {
    params: parseInput(contract.params, req.params, ':', ctx.locale),
    query: parseInput(contract.query, query, '?', ctx.locale),
    body: parseInput(contract.body, upload?.fields ?? (req.body as unknown) ?? {}, '/', ctx.locale),
  };
  // An id that is no id names nothing.
  if ('faults' in parts.params) throw new Refusal('not-found');
  const faults: readonly Fault[] = [parts.query, parts.body].flatMap((part) => ('faults' in part ? part.faults : []));
  if (faults.length > 0 || 'faults' in parts.query || 'faults' in parts.body) throw new ValidationFailed(faults);
  return {
    params: parts.params.value,
    query: parts.query.value,
    body: parts.body.value,
    ifMatch: contract.kind === 'change' ? ifMatchVersion(req) : 0,
    ...(upload ? { file: upload.file } : {}),
  };
}

async function uploadOf(req: Request, contract: RouteContract, files: FileStore): Promise<Upload | undefined> {
  if (contract.transfer === 'upload') return readUpload(req, files);
  // A body that is not JSON would be taken for an empty one. `is` says false for a body of length 0, too.
  if (req.get('content-length') !== '0' && req.is('application/json') === false)
    throw new Refusal('unsupported-media', { detail: { zh: '请用 application/json', en: 'Send application/json' } });
  return undefined;
}

function answerOf(req: Request, contract: RouteContract, value: unknown, checked: boolean): StoredAnswer {
  if (checked) contract.response.parse(value);
  const { version, id } = (typeof value === 'object' && value !== null ? value : {}) as {
    version?: unknown;
    id?: unknown;
  };
  const headers: Record<string, string> = {};
  if (typeof version === 'number') headers['ETag'] = `"${version}"`;
  if (contract.status === 201 && typeof id === 'string') headers['Location'] = `${req.path.replace(/\/$/, '')}/${id}`;
  return { status: contract.status, headers, body: value === undefined ? null : JSON.stringify(value) };
}

async function sendDownload(res: Response, download: Download): Promise<void> {
  res.status(200).set({
    'Content-Type': download.mediaType,
    'Content-Length': String(download.size),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  await pipeline(download.stream, res);
}

/** Refusals come before the head of the answer; from then on the stream can only end. */
async function sendStream(
  req: Request,
  res: Response,
  ctx: Context,
  route: BoundRoute,
  deps: RouteDeps,
): Promise<void> {
  const { contract } = route;
  if (!deps.streams) throw new Error(`${contract.id} streams, but its host does not`);
  const input = inputOf(req, ctx, contract, undefined);
  const stream = deps.streams.open(ctx.actor);
  let events: AsyncIterable<StreamEvent>;
  try {
    const lastEventId = req.get('last-event-id') ?? null;
    const given = { ...input, stream: { signal: stream.signal, lastEventId } };
    events = (await route.handle(ctx, given, undefined)) as AsyncIterable<StreamEvent>;
  } catch (error) {
    stream.release();
    throw error;
  }
  await deps.streams.send(req, res, stream, contract, events);
}

/** What the headers of an answer say differs by: who asks, for whom, and in which language. */
const varies = 'Cookie, Authorization, X-Organisation, X-On-Behalf-Of, Accept-Language';

/**
 * One route: authenticate → authorise → parse → prepare → (transaction, once a key) use case → answer with ETag.
 *
 * A file that was sent is in the store before the transaction commits, and nowhere when it does not.
 *
 * The ETag is the version, since If-Match wants that; it is the same for every viewer, whereas the answer is not, and
 * browsers ask with the ETag of one viewer for the next. So answers to whoever is signed in are not stored at all, and
 * 304 is only for those who are not: all of them see the same.
 */
export function serveRoute(route: BoundRoute, deps: RouteDeps): RequestHandler {
  const { contract, handle, prepare } = route;
  async function answer(
    req: Request,
    res: Response,
    ctx: Context,
    key: string | undefined,
    upload: Upload | undefined,
  ): Promise<StoredAnswer> {
    const input = inputOf(req, ctx, contract, upload);
    const prepared = await prepare?.(ctx, input);
    const run = async (inner: Context): Promise<StoredAnswer> => {
      const value = await handle(inner, input, prepared);
      // What is sent with a call is read and forgotten.
      if (contract.kind !== 'call') await upload?.staged.keep();
      return answerOf(req, contract, value, deps.checkAnswers);
    };
    if (contract.kind === 'read' || contract.kind === 'call') return run(ctx);
    const { transactions, idempotency } = deps;
    if (!transactions || !idempotency) throw new Error(`${contract.id} writes, but its service has no database`);
    return transactions.run(ctx, async (inner) => {
      if (key === undefined) return run(inner);
      const { actor } = ctx;
      const owner =
        actor.type === 'person' ? [actor.personId, actor.actingFor?.organisationId ?? ''] : [actor.type, ''];
      const content = { params: input.params, query: input.query, body: input.body, file: input.file?.sha256 };
      const once = await idempotency.once(inner, [...owner, contract.id, key], content, () => run(inner));
      if (once.replayed) res.set('Idempotent-Replayed', 'true');
      return once.answer;
    });
  }

  return async (req, res) => {
    res.set({ 'Cache-Control': 'private, no-store', Vary: varies });
    const ctx = contextOf(req, res, contract, deps);
    const key = contract.kind === 'create' ? idempotencyKey(req) : undefined;
    const upload = await uploadOf(req, contract, route.files ?? deps.files);
    const sheet = deps.workbooks?.asked(req, contract);
    if (deps.workbooks && sheet)
      return deps.workbooks.send(req, res, ctx, contract, sheet, async (query) => {
        const page = await handle(ctx, inputOf(req, ctx, contract, undefined, query), undefined);
        if (deps.checkAnswers) contract.response.parse(page);
        return page;
      });
    if (contract.transfer === 'download')
      return sendDownload(res, (await handle(ctx, inputOf(req, ctx, contract, undefined), undefined)) as Download);
    if (contract.transfer === 'stream') return sendStream(req, res, ctx, route, deps);
    let sent: StoredAnswer;
    try {
      sent = await answer(req, res, ctx, key, upload);
    } finally {
      await upload?.staged.discard();
    }
    res.set(sent.headers);
    const etag = sent.headers['ETag'];
    if (contract.kind === 'read' && etag !== undefined && ctx.actor.type === 'anonymous') {
      res.set('Cache-Control', 'private, no-cache');
      if (req.get('if-none-match') === etag) return void res.status(304).end();
    }
    res.status(sent.status);
    if (sent.body === null) res.end();
    else res.type('application/json').send(sent.body);
  };
}
