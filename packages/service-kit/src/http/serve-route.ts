import type { RouteContract } from '@duijie/contracts';
import type { Request, RequestHandler, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { applicableGrants } from '../auth/grants';
import { actorHeader, type ActorTokens } from '../auth/actor-token';
import { newTraceparent, type Context } from '../context';
import { NotAuthenticated, Refusal, ValidationFailed, type Fault } from '../errors';
import type { FileStore } from '../files/file-store';
import type { Idempotency, StoredAnswer } from '../persistence/idempotency';
import type { TransactionRunner } from '../persistence/database';
import type { BoundRoute, Download, Policy, RouteInput } from './bind';
import { ifMatchVersion, idempotencyKey } from './request-headers';
import { localeOf, parseInput } from './localise';
import { readUpload } from './upload';

export interface RouteDeps {
  readonly tokens: ActorTokens;
  readonly policy: Policy;
  readonly files: FileStore;
  /** Absent in a service without a database. */
  readonly transactions?: TransactionRunner;
  readonly idempotency?: Idempotency;
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
    traceparent: req.get('traceparent') ?? newTraceparent(),
    remoteAddress: req.ip ?? null,
  };
}

async function inputOf(
  req: Request,
  ctx: Context,
  contract: RouteContract,
  deps: RouteDeps,
): Promise<RouteInput<RouteContract>> {
  // A body that is not JSON would be taken for an empty one. `is` says false for a body of length 0, too.
  if (contract.transfer !== 'upload' && req.get('content-length') !== '0' && req.is('application/json') === false)
    throw new Refusal('unsupported-media', { detail: { zh: '请用 application/json', en: 'Send application/json' } });
  const upload = contract.transfer === 'upload' ? await readUpload(req, deps.files) : undefined;
  const parts = {
    params: parseInput(contract.params, req.params, ':', ctx.locale),
    query: parseInput(contract.query, req.query, '?', ctx.locale),
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

/** One route: authenticate → authorise → parse → (transaction, once a key) use case → answer with ETag. */
export function serveRoute({ contract, handle }: BoundRoute, deps: RouteDeps): RequestHandler {
  return async (req, res) => {
    const ctx = contextOf(req, res, contract, deps);
    const key = contract.kind === 'create' ? idempotencyKey(req) : undefined;
    const input = await inputOf(req, ctx, contract, deps);
    if (contract.transfer === 'download') return sendDownload(res, (await handle(ctx, input)) as Download);

    const run = async (inner: Context): Promise<StoredAnswer> =>
      answerOf(req, contract, await handle(inner, input), deps.checkAnswers);
    let answer: StoredAnswer;
    if (contract.kind === 'read' || contract.kind === 'call') answer = await run(ctx);
    else {
      const { transactions, idempotency } = deps;
      if (!transactions || !idempotency) throw new Error(`${contract.id} writes, but its service has no database`);
      answer = await transactions.run(ctx, async (inner) => {
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
    res.set(answer.headers);
    const etag = answer.headers['ETag'];
    if (contract.kind === 'read' && etag !== undefined && req.get('if-none-match') === etag)
      return void res.status(304).end();
    res.status(answer.status);
    if (answer.body === null) res.end();
    else res.type('application/json').send(answer.body);
  };
}
