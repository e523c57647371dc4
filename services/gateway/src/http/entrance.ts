import { allRoutes, type Actor } from '@duijie/contracts';
import {
  actorHeader,
  localeOf,
  newTraceparent,
  NotAllowed,
  NotAuthenticated,
  RateLimited,
  Refusal,
  setStreamGuard,
  type ActorTokens,
} from '@duijie/service-kit';
import type { Request, RequestHandler } from 'express';
import { isDeepStrictEqual } from 'node:util';
import type { ActorResolver, Claim } from '../actor-resolver';
import type { GatewayConfig } from '../config';
import { credentialOf, type Credential } from '../credential';
import { onBehalfOf } from '../on-behalf-of';
import { originOf } from '../origin-of';
import { createRouteTable } from '../route-table';
import type { TokenBuckets } from '../token-buckets';
import { setMatchedRoute } from './matched-route';

export interface EntranceDeps {
  readonly resolver: ActorResolver;
  readonly tokens: ActorTokens;
  readonly config: GatewayConfig;
  readonly cookieName: string;
  readonly limits: Readonly<Record<'anonymous' | 'person' | 'token' | 'signIn' | 'stream', TokenBuckets>>;
}

const apiPath = /^\/api\/v1(?=\/|$)/i;
const loopback = /^(?:::ffff:)?127\.|^::1$/;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const traceparent = /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

const refuse = (waitSeconds: number): void => {
  if (waitSeconds > 0)
    throw new RateLimited(waitSeconds, {
      zh: `请在 ${Math.ceil(waitSeconds)} 秒后再试`,
      en: `Try again in ${Math.ceil(waitSeconds)} s`,
    });
};

/** Services of this process call one another through this very port; only they can sign an actor. */
function isCallBetweenServices(req: Request, tokens: ActorTokens): boolean {
  const token = req.get(actorHeader);
  return token !== undefined && loopback.test(req.socket.remoteAddress ?? '') && tokens.verify(token) !== null;
}

function organisationOf(req: Request): string | null {
  const header = req.get('x-organisation');
  if (header === undefined || header === '') return null;
  if (!uuid.test(header))
    throw new Refusal('unreadable', {
      reason: 'organisation.header',
      detail: { zh: 'X-Organisation 应为机构编号', en: 'X-Organisation must be the id of an organisation' },
    });
  return header.toLowerCase();
}

/** A page elsewhere must not act with a person's cookie, nor sign the browser in as somebody else. */
function requireOwnOrigin(req: Request, credential: Credential, config: GatewayConfig): void {
  if (safe.has(req.method) || credential.type === 'token') return;
  const origin = originOf(req.headers, config.DUIJIE_ORIGIN);
  if (origin === 'same' || (origin === 'unsaid' && credential.type === 'none')) return;
  throw new NotAllowed({
    reason: 'origin.other',
    detail: {
      zh: '用会话修改内容的请求须来自本站页面（Origin 或 Sec-Fetch-Site）；程序请使用访问令牌',
      en: 'Changes by session must come from a page of this site (Origin or Sec-Fetch-Site); programs use an access token',
    },
  });
}

/**
 * Before everything below `/api/v1`: finds the route, learns who asks, and puts the signed actor in place of whatever
 * the caller sent. Routes that are unknown or internal are answered alike: there is no such address.
 */
export function entrance(deps: EntranceDeps): RequestHandler {
  const { resolver, tokens, limits, config } = deps;
  const table = createRouteTable(allRoutes.filter((contract) => !contract.internal));

  function claimOf(req: Request, credential: Credential): Claim | null {
    const onBehalf = onBehalfOf(req.headers);
    if (credential.type === 'none' && onBehalf === null) return null;
    if (credential.type === 'none') throw new NotAuthenticated();
    if (credential.type === 'broken') throw new NotAuthenticated({ reason: 'token.invalid' });
    return { ...credential, organisationId: organisationOf(req), onBehalf };
  }

  async function actorOf(req: Request, claim: Claim | null, address: string): Promise<Actor | null> {
    if (!claim) return null;
    // Guessing costs the address as much as asking without a credential.
    if (!resolver.isKnown(claim)) refuse(limits.anonymous.look(address));
    const actor = await resolver.resolve(claim, localeOf(req.get('accept-language')));
    if (!actor && claim.type === 'token') {
      limits.anonymous.take(address);
      throw new NotAuthenticated({
        reason: 'token.invalid',
        detail: { zh: '访问令牌无效或已收回', en: 'The access token is unknown or revoked' },
      });
    }
    // What was meant for another must not be done in nobody's name.
    if (!actor && claim.onBehalf !== null) throw new NotAuthenticated({ reason: 'session.ended' });
    return actor;
  }

  /** What a stream carries must not outlive the session, or the standing in the organisation, that it was opened by. */
  const guardStream = (req: Request, claim: Claim, actor: Actor): void => {
    const locale = localeOf(req.get('accept-language'));
    setStreamGuard(req, async () => isDeepStrictEqual(await resolver.resolve(claim, locale), actor));
  };

  return async (req, res, next) => {
    if (!apiPath.test(req.path)) return next();
    if (isCallBetweenServices(req, tokens)) return next();
    for (const name of Object.keys(req.headers)) if (name.startsWith('x-duijie-')) delete req.headers[name];
    res.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");

    const address = req.ip ?? '';
    const contract = table.find(req.method, req.path.replace(apiPath, ''));
    if (!contract) {
      refuse(limits.anonymous.take(address));
      throw new Refusal('not-found', { detail: { zh: '没有这个地址', en: 'There is no such address' } });
    }
    setMatchedRoute(req, contract);
    if (contract.id === 'startSession') refuse(limits.signIn.take(address));

    const credential = credentialOf(req.headers, deps.cookieName);
    const claim = claimOf(req, credential);
    const actor = await actorOf(req, claim, address);
    const streams = contract.transfer === 'stream';
    if (actor?.type !== 'person') refuse(limits.anonymous.take(address));
    else if (streams) refuse(limits.stream.take(actor.personId));
    else if (credential.type === 'session') refuse(limits.person.take(actor.personId));
    else if (!loopback.test(address)) refuse(limits.token.take(actor.personId));
    requireOwnOrigin(req, actor ? credential : credential.type === 'session' ? { type: 'none' } : credential, config);

    if (actor) req.headers[actorHeader] = tokens.sign(actor);
    if (streams && actor && claim) guardStream(req, claim, actor);
    if (!traceparent.test(req.get('traceparent') ?? '')) req.headers['traceparent'] = newTraceparent();
    if (contract.service === 'identity' && !safe.has(req.method)) res.once('finish', () => resolver.forget());
    next();
  };
}
