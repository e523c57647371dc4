import { problems, type Problem, type ProblemCode } from '@duijie/contracts';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Locale } from '../context';
import { Refusal, Unavailable } from '../errors';
import type { Logger } from '../log/logger';
import { driverErrno, driverErrors, isDatabaseAway } from '../persistence/driver-error';
import { inLocale, localeOf } from './localise';

/** Errors of Express and its body parser carry a status or a type of their own. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  if (type === 'entity.too.large' || status === 413)
    return new Refusal('too-large', { detail: { zh: 'JSON 不得超过 256 kB', en: 'JSON must not exceed 256 kB' } });
  if (type === 'encoding.unsupported' || type === 'charset.unsupported' || status === 415)
    return new Refusal('unsupported-media');
  if (error instanceof URIError || (typeof status === 'number' && status >= 400 && status < 500))
    return new Refusal('unreadable', { detail: { zh: '请求格式有误', en: 'The request is malformed' } });
  const errno = driverErrno(error);
  if (errno === driverErrors.deadlock || errno === driverErrors.lockWaitTimeout)
    return new Refusal('unavailable', {
      detail: { zh: '系统繁忙，请稍后再试', en: 'Busy; try again shortly' },
      retryAfterSeconds: 1,
    });
  if (isDatabaseAway(error))
    return new Unavailable({ zh: '数据库暂不可用，请稍后再试', en: 'The database is away; try again shortly' }, 2);
  if (errno === driverErrors.mixOfCollations)
    return new Refusal('unreadable', {
      detail: { zh: '编号或代码中有不允许的字符', en: 'An id or a code holds characters that it cannot have' },
    });
  return undefined;
}

/** Writes a refusal as RFC 9457. */
export function sendProblem(req: Request, res: Response, refusal: Refusal, requestId: string, locale: Locale): void {
  const { status, ...title } = problems[refusal.code];
  const body: Problem = {
    type: `urn:duijie:problem:${refusal.code}`,
    title: inLocale(title, locale),
    status,
    code: refusal.code satisfies ProblemCode,
    instance: req.originalUrl.split('?')[0] ?? '/',
    requestId,
    ...(refusal.detail ? { detail: inLocale(refusal.detail, locale) } : {}),
    ...(refusal.reason ? { reason: refusal.reason } : {}),
    ...(refusal.faults
      ? { errors: refusal.faults.map((f) => ({ pointer: f.pointer, detail: inLocale(f.detail, locale) })) }
      : {}),
  };
  if (refusal.retryAfterSeconds !== undefined) res.set('Retry-After', String(Math.ceil(refusal.retryAfterSeconds)));
  res.status(status).set('Content-Language', locale).type('application/problem+json').send(JSON.stringify(body));
}

/** Failures further apart than this are two outages. */
const outageGapMs = 60_000;

/**
 * The only place that turns a thrown value into an answer. What is no refusal is a bug: logged whole, answered without
 * details. That the database is away is logged once an outage, not once a request.
 */
export function problemHandler(log: Logger, nowMs: () => number = () => performance.now()): ErrorRequestHandler {
  let lastAwayMs = -Infinity;
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const requestId = String(res.getHeader('x-request-id') ?? '');
    const locale = localeOf(req.get('accept-language'));
    const refusal = refusalOf(error);
    const about = { err: error, requestId, traceparent: req.get('traceparent'), method: req.method, path: req.path };
    if (!refusal) log.error(about, 'request failed');
    if (isDatabaseAway(error)) {
      const now = nowMs();
      if (now - lastAwayMs > outageGapMs) log.warn(about, 'a database is away; requests are answered by 503');
      lastAwayMs = now;
    }
    sendProblem(
      req,
      res,
      refusal ??
        new Refusal('internal', {
          detail: { zh: '请把请求编号告诉管理员', en: 'Tell the administrator the request id' },
        }),
      requestId,
      locale,
    );
  };
}
