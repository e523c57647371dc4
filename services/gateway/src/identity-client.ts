import { createClient, ProblemError, type Client } from '@duijie/api-client';
import { actorHeader, Refusal, Unavailable, type ActorTokens, type HostFacts, type Locale } from '@duijie/service-kit';

/** Calls identity as the gateway itself. Made at the first call, since the port of this host is known only then. */
export function createIdentityClient(host: HostFacts, tokens: ActorTokens): (locale: Locale) => Client {
  const clients = new Map<Locale, Client>();
  return (locale) => {
    const client =
      clients.get(locale) ??
      createClient({
        baseUrl: host.urlOf('identity'),
        locale,
        timeoutMs: 5000,
        headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'gateway' }) }),
      });
    clients.set(locale, client);
    return client;
  };
}

/** What identity refuses is refused to the caller in the same words; that it does not answer becomes 503. */
export function asRefusal(error: unknown): Refusal {
  const unavailable = new Unavailable({ zh: '身份服务暂不可用', en: 'The identity service does not answer' }, 2);
  if (!(error instanceof ProblemError) || (error.status >= 500 && error.code !== 'unavailable')) return unavailable;
  const { code, detail, reason, errors } = error.problem;
  return new Refusal(code, {
    ...(detail === undefined ? {} : { detail: { zh: detail, en: detail } }),
    ...(reason === undefined ? {} : { reason }),
    ...(errors ? { faults: errors } : {}),
    ...(error.retryAfterSeconds === null ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  });
}
