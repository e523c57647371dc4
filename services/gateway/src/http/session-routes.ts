import type { Client } from '@duijie/api-client';
import { closeSession, endSession, openSession, startSession, type SessionView } from '@duijie/contracts';
import { localeOf, parseInput, Refusal, ValidationFailed, type Locale } from '@duijie/service-kit';
import { json, Router, type CookieOptions } from 'express';
import type { ActorResolver } from '../actor-resolver';
import { credentialOf } from '../credential';
import { asRefusal } from '../identity-client';

export interface SessionDeps {
  readonly identity: (locale: Locale) => Client;
  readonly resolver: ActorResolver;
  readonly cookieName: string;
  readonly production: boolean;
}

/** Sign-in and sign-out: the only routes that touch the cookie. */
export function sessionRoutes({ identity, resolver, cookieName, production }: SessionDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: production };

  router.post(`/api/v1${startSession.path}`, json({ limit: '16kb', strict: true }), async (req, res) => {
    const locale = localeOf(req.get('accept-language'));
    if (req.is('application/json') === false) throw new Refusal('unsupported-media');
    const parsed = parseInput(startSession.body, (req.body as unknown) ?? {}, '/', locale);
    if ('faults' in parsed) throw new ValidationFailed(parsed.faults);
    const before = credentialOf({ cookie: req.get('cookie') ?? '' }, cookieName);
    const opened = await identity(locale)
      .call(openSession, {
        body: {
          ...parsed.value,
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

  router.post(`/api/v1${endSession.path}`, async (req, res) => {
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
