import { problem, serviceNames, type Problem } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { testEnvironment, testNamespace } from '@duijie/testkit';
import { gatewayModule } from '../src';
import { startFakeServices, theOrganisationId, type FakeServices } from './fake-services';

/** The environment of a gateway whose services all answer at `url`. */
export const gatewayEnvironment = (url: string, overrides: Readonly<Record<string, string>> = {}) =>
  testEnvironment(testNamespace('gw'), {
    ...Object.fromEntries(serviceNames.map((s) => [`DUIJIE_URL_${s.toUpperCase()}`, url])),
    DUIJIE_RATE_SIGN_IN: '1000',
    DUIJIE_RATE_ANONYMOUS: '100000',
    DUIJIE_RATE_PERSON: '100000',
    ...overrides,
  });

/** A real gateway before services that the test plays. */
export interface GatewayUnderTest {
  readonly fake: FakeServices;
  readonly host: Host;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Headers of a page of this site. @param secret of the session */
  session(secret?: string): Record<string, string>;
  stop(): Promise<void>;
}
export async function startGateway(): Promise<GatewayUnderTest> {
  const fake = await startFakeServices(testEnvironment('t')['DUIJIE_SECRET'] ?? '');
  const host = await startHost([gatewayModule], gatewayEnvironment(fake.url));
  return {
    fake,
    host,
    ask: (path, init) => fetch(`${host.url}${path}`, init),
    session: (secret = 'open') => ({ cookie: `duijie_session=${secret}`, origin: host.url }),
    async stop() {
      await host.stop();
      await fake.stop();
    },
  };
}

/** @returns the problem of a refusal, which must have this status and the form of a problem */
export async function refused(answer: Response, status: number): Promise<Problem> {
  const body: unknown = await answer.json();
  expect([answer.status, body]).toEqual([status, expect.anything()]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return problem.parse(body);
}

/** An address of the needs service. */
export const aNeed = `/api/v1/needs/${theOrganisationId}`;
