import type { Actor, OnBehalfClaim, Problem, ProblemCode } from '@duijie/contracts';
import { actorHeader, createActorTokens } from '@duijie/service-kit';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly actor: Actor | null;
  readonly body: Buffer;
}
export type Answering = (arrived: Arrived, res: ServerResponse) => void;

/** A process that plays all services but the gateway: identity by its contracts, the rest by what the test says. */
export interface FakeServices {
  readonly url: string;
  /** Requests that came, without those to identity's internal routes. */
  readonly arrived: Arrived[];
  /** Requests to `resolveActor`. */
  readonly resolved: unknown[];
  readonly openSessions: Set<string>;
  answering: Answering;
  /** Forgets what came; only the session `open` is open. */
  reset(): void;
  stop(): Promise<void>;
}

export const thePersonId = '01900000-0000-7000-8000-000000000001';
export const theOrganisationId = '01900000-0000-7000-8000-000000000003';
export const theAssociationId = '01900000-0000-7000-8000-000000000004';
const person = (organisationId: string | null): Actor => ({
  type: 'person',
  personId: thePersonId,
  name: '王',
  credentialId: '01900000-0000-7000-8000-000000000002',
  actingFor:
    organisationId === null
      ? null
      : {
          organisationId,
          organisationName: '青龙社区',
          kind: 'community',
          role: 'owner',
          verification: 'verified',
          district: null,
          subdistrict: null,
        },
  inPlaceOf: null,
});

const json = (res: ServerResponse, status: number, value: unknown): void =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const refuse = (res: ServerResponse, status: number, code: ProblemCode, detail: string): void => {
  const problem: Problem = {
    type: `urn:duijie:problem:${code}`,
    title: code,
    status,
    code,
    detail,
    instance: '/',
    requestId: 'fake',
  };
  res.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
};

export async function startFakeServices(secret: string): Promise<FakeServices> {
  const tokens = createActorTokens(secret, () => Date.now());
  const arrived: Arrived[] = [];
  const resolved: unknown[] = [];
  const openSessions = new Set<string>(['open']);
  const answerPlainly: Answering = (_arrived, res) => json(res, 200, { from: 'fake' });
  let made = 0;

  function identity(path: string, body: Record<string, unknown>, res: ServerResponse): void {
    if (path === '/internal/actors') {
      resolved.push(body);
      const { type, secret: shown } = body['credential'] as { type: string; secret: string };
      const organisationId = body['organisationId'] as string | null;
      const known = type === 'token' ? shown === 'dj_good' : openSessions.has(shown);
      if (!known) return refuse(res, 401, 'not-authenticated', '会话已结束');
      if (organisationId !== null && organisationId !== theOrganisationId)
        return refuse(res, 403, 'not-allowed', '不是这个机构的成员');
      const onBehalf = (body['onBehalf'] ?? null) as OnBehalfClaim | null;
      if (onBehalf === null) return json(res, 200, { actor: person(organisationId) });
      if (shown !== 'broker') return refuse(res, 403, 'not-allowed', '只有撮合员可以代办');
      const { organisationId: id, channel, note } = onBehalf;
      return json(res, 200, {
        actor: {
          ...person(id),
          onBehalf: { channel, note, brokerOrganisationId: theAssociationId, brokerOrganisationName: '协会' },
        },
      });
    }
    if (path === '/internal/sessions') {
      if (body['password'] !== 'right') return refuse(res, 401, 'not-authenticated', '用户名或密码不对');
      made += 1;
      openSessions.delete(String(body['replaces']));
      openSessions.add(`made-${made}`);
      return json(res, 201, {
        person: { id: thePersonId, name: '王', login: body['login'] },
        organisations: [],
        expiresAt: '2099-01-01T00:00:00.000Z',
        secondFactor: 'none',
        sessionToken: `made-${made}`,
      });
    }
    openSessions.delete(String(body['sessionToken']));
    res.writeHead(204).end();
  }

  const fake: FakeServices & { answering: Answering } = {
    url: '',
    arrived,
    resolved,
    openSessions,
    answering: answerPlainly,
    reset() {
      arrived.length = 0;
      resolved.length = 0;
      openSessions.clear();
      openSessions.add('open');
      fake.answering = answerPlainly;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const token = req.headers[actorHeader];
      const one: Arrived = {
        method: req.method ?? '',
        url: req.url ?? '',
        headers: req.headers,
        actor: typeof token === 'string' ? tokens.verify(token) : null,
        body: Buffer.concat(chunks),
      };
      if (one.url === '/readyz') return json(res, 200, { status: 'ready' });
      const internal = /^\/api\/v1(\/internal\/.*)$/.exec(one.url)?.[1];
      if (internal !== undefined) {
        if (one.actor?.type !== 'service') return refuse(res, 403, 'not-allowed', 'services only');
        return identity(internal, JSON.parse(one.body.toString('utf8')) as Record<string, unknown>, res);
      }
      arrived.push(one);
      fake.answering(one, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(fake, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
