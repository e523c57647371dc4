import type { Client } from '@duijie/api-client';
import {
  closeSession,
  endSession,
  openSession,
  startSession,
  type RouteContract,
  type SessionView,
} from '@duijie/contracts';
import type { z } from 'zod';
import { jsonBody, localeOf, parseInput, Refusal, ValidationFailed, type Locale } from '@duijie/service-kit';
import { Router, type CookieOptions, type Request } from 'express';
import type { ActorResolver } from '../actor-resolver';
import { credentialOf } from '../credential';
import { asRefusal } from '../identity-client';

export interface SessionDeps {
  readonly identity: (locale: Locale) => Client;
  readonly resolver: ActorResolver;
  readonly cookieName: string;
  readonly production: boolean;
}

/** What the kit does for other routes: content type, query and body by the contract. */
function bodyOf<C extends RouteContract>(contract: C, req: Request): z.output<C['body']> {
  const locale = localeOf(req.get('accept-language'));
  if (req.get('content-length') !== '0' && req.is('application/json') === false) throw new Refusal('unsupported-media');
  const query = parseInput(contract.query, req.query, '?', locale);
  const body = parseInput(contract.body, (req.body as unknown) ?? {}, '/', locale);
  const faults = [query, body].flatMap((part) => ('faults' in part ? part.faults : []));
  if ('faults' in body || faults.length > 0) throw new ValidationFailed(faults);
  return body.value as z.output<C['body']>;
}

/** Sign-in and sign-out: the only routes that touch the cookie. */
export function sessionRoutes({ identity, resolver, cookieName, production }: SessionDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: production };

  router.post(`/api/v1${startSession.path}`, ...jsonBody(), async (req, res) => {
    const body = bodyOf(startSession, req);
    const before = credentialOf({ cookie: req.get('cookie') ?? '' }, cookieName);
    const opened = await identity(localeOf(req.get('accept-language')))
      .call(openSession, {
        body: {
          ...body,
          remoteAddress: req.ip ?? null,
          replaces: before.type === 'session' ? before.secret : null,
        },
      })
      .catch((error: unknown) => {
        throw asRefusal(error);
      });
    const { sessionToken, ...view } = opened;
    resolver.forget();
    res
      .cookie(cookieName, sessionToken, { ...cookie, expires: new Date(opened.expiresAt) })
      .set('Cache-Control', 'no-store')
      .status(startSession.status)
      .json(view satisfies SessionView);
  });

  router.post(`/api/v1${endSession.path}`, ...jsonBody(), async (req, res) => {
    bodyOf(endSession, req);
    const credential = credentialOf({ cookie: req.get('cookie') ?? '' }, cookieName);
    if (credential.type === 'session') {
      await identity(localeOf(req.get('accept-language')))
        .call(closeSession, { body: { sessionToken: credential.secret } })
        .catch((error: unknown) => {
          throw asRefusal(error);
        });
      resolver.forget();
    }
    res.clearCookie(cookieName, cookie).status(endSession.status).end();
  });
  return router;
}
