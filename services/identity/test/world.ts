import { identityRoutes, type Actor, type PersonActor, type RouteContract } from '@duijie/contracts';
import { createLogger, openDatabase, startHost, type Host } from '@duijie/service-kit';
import { actorHeaders, anonymous, clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { identityModule } from '../src';
import { identitySchema } from '../src/persistence/identity-schema';

export const gateway: Actor = { type: 'service', service: 'gateway' };

interface Input<C extends RouteContract> {
  readonly as?: Actor;
  readonly params?: z.input<C['params']>;
  readonly query?: Record<string, string | number>;
  readonly body?: z.input<C['body']>;
  readonly ifMatch?: number;
  readonly key?: string;
}
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** The contract's answer, or a problem. */
  readonly body: T & {
    readonly code?: string;
    readonly reason?: string;
    readonly errors?: { pointer: string; detail: string }[];
  };
}

/** A running identity with people who are really signed in. */
export interface World {
  readonly host: Host;
  readonly environment: Record<string, string>;
  call<C extends RouteContract>(contract: C, input?: Input<C>, on?: Host): Promise<Answer<z.output<C['response']>>>;
  signIn(login: string, password: string): Promise<PersonActor>;
  resolve(sessionToken: string): Promise<PersonActor>;
  /** Makes a person by invitation into an organisation that has no members yet, signed in. */
  settle(organisationId: string, login: string, by: Actor): Promise<PersonActor>;
  /** Asks the service's database. */
  query<Row = Record<string, unknown>>(sql: string): Promise<Row[]>;
  readonly administrator: PersonActor;
  stop(): Promise<void>;
}
export const password = '院坝里的三角梅又开了';

/** @param word namespace of the test file */
export async function startWorld(word: string, overrides: Readonly<Record<string, string>> = {}): Promise<World> {
  const environment = testEnvironment(testNamespace(word), overrides);
  await clearNamespace(environment);
  const host = await startHost([identityModule], environment);

  const database = await openDatabase(
    identitySchema,
    {
      serverUrl: environment['DUIJIE_MYSQL_URL'] ?? '',
      name: `${environment['DUIJIE_NAMESPACE']}_identity`,
      secret: environment['DUIJIE_SECRET'] ?? '',
      poolSize: 2,
    },
    createLogger('silent'),
  );

  const call: World['call'] = async (contract, input = {}, on = host) => {
    const path = Object.entries((input.params ?? {}) as Record<string, string>).reduce(
      (left, [name, value]) => left.replace(`:${name}`, encodeURIComponent(value)),
      contract.path,
    );
    const query = new URLSearchParams(
      Object.entries(input.query ?? {}).map(([k, v]): [string, string] => [k, String(v)]),
    ).toString();
    const answer = await fetch(`${on.url}/api/v1${path}${query === '' ? '' : `?${query}`}`, {
      method: contract.method,
      headers: {
        ...actorHeaders(environment, input.as ?? anonymous),
        ...(contract.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(contract.kind === 'create' ? { 'idempotency-key': input.key ?? randomUUID() } : {}),
        ...(input.ifMatch === undefined ? {} : { 'if-match': `"${input.ifMatch}"` }),
      },
      ...(contract.method === 'GET' ? {} : { body: JSON.stringify(input.body ?? {}) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? undefined : JSON.parse(text),
    } as never;
  };
  const resolve = async (secret: string): Promise<PersonActor> => {
    const { body } = await call(identityRoutes.resolveActor, {
      as: gateway,
      body: { credential: { type: 'session', secret }, organisationId: null },
    });
    return body.actor as PersonActor;
  };
  const signIn = async (login: string, secret: string): Promise<PersonActor> => {
    const { body, status } = await call(identityRoutes.openSession, {
      as: gateway,
      body: { login, password: secret, remoteAddress: '10.0.0.1' },
    });
    if (status !== 201) throw new Error(`${login} could not sign in: ${JSON.stringify(body)}`);
    return resolve(body.sessionToken);
  };
  const settle: World['settle'] = async (organisationId, login, by) => {
    const { body: organisation } = await call(identityRoutes.getOrganisation, { as: by, params: { organisationId } });
    const invitation = await call(identityRoutes.createInvitation, {
      as: by,
      params: { organisationId },
      body: { role: organisation.kind === 'association' ? 'administrator' : 'owner' },
    });
    const accepted = await call(identityRoutes.acceptInvitation, {
      body: { secret: invitation.body.code, newPerson: { name: login, login, password } },
    });
    if (accepted.status !== 200) throw new Error(JSON.stringify([invitation.body, accepted.body]));
    return signIn(login, password);
  };
  const first = JSON.parse(readFileSync(join(environment['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'), 'utf8')) as {
    login: string;
    password: string;
  };
  return {
    host,
    environment,
    call,
    signIn,
    resolve,
    settle,
    query: <Row>(sql: string) => database.manager().query(sql) as Promise<Row[]>,
    administrator: await signIn(first.login, first.password),
    async stop() {
      await host.stop();
      await database.source.destroy();
    },
  };
}
