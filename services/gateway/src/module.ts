import { allRoutes, forwardClock, getOpenApiDocument, getSystemStatus } from '@duijie/contracts';
import { openApiDocument } from '@duijie/contracts/openapi';
import { bind, defineModule } from '@duijie/service-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { createActorResolver } from './actor-resolver';
import { gatewayConfig } from './config';
import { sessionCookieName } from './credential';
import { forwardClockOf } from './forward-clock';
import { entrance } from './http/entrance';
import { createForwardAgent, forward } from './http/forward';
import { pages } from './http/pages';
import { sessionRoutes } from './http/session-routes';
import { createIdentityClient } from './identity-client';
import { getSystemStatusNow } from './system-status';
import { createTokenBuckets } from './token-buckets';

const monotonicMs = (): number => performance.now();
type OpenApi = z.output<typeof getOpenApiDocument.response>;

/** The only door: knows who asks, and hands requests on to the services. */
export const gatewayModule = defineModule({
  name: 'gateway' as const,
  config: gatewayConfig,
  schema: null,
  create({ config, host, clock, tokens, metrics, log }) {
    // A service that is neither here nor named stops the start, not the first request.
    for (const service of new Set(allRoutes.map((contract) => contract.service)))
      if (!host.isLocal(service)) host.urlOf(service);
    const identity = createIdentityClient(host, tokens);
    const resolver = createActorResolver(identity, monotonicMs);
    const cookieName = sessionCookieName(host.production);
    const buckets = (perMinute: number) => createTokenBuckets(perMinute, monotonicMs);
    const limits = {
      anonymous: buckets(config.DUIJIE_RATE_ANONYMOUS),
      person: buckets(config.DUIJIE_RATE_PERSON),
      token: buckets(config.DUIJIE_RATE_TOKEN),
      stream: buckets(config.DUIJIE_RATE_STREAM),
      signIn: buckets(config.DUIJIE_RATE_SIGN_IN),
    };
    const agent = createForwardAgent();
    const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { version: string };
    const statusNow = getSystemStatusNow({ host, clock, version });
    const forwardNow = forwardClockOf({ host, clock });
    let document: OpenApi | undefined;
    return {
      front: [
        pages(host.demo, config.DUIJIE_WEB_DIR),
        entrance({ resolver, tokens, config, cookieName, limits }),
        sessionRoutes({ identity, resolver, cookieName, production: host.production }),
        forward({ host, metrics, log, agent, timeoutMs: 30_000 }),
      ],
      routes: [
        bind(getSystemStatus, statusNow),
        bind(forwardClock, (_ctx, { body }) => forwardNow(body.minutes)),
        bind(getOpenApiDocument, async () => (document ??= openApiDocument() as OpenApi)),
      ],
      async stop() {
        agent.destroy();
      },
    };
  },
});
