import type { IntroductionBody, ResponseAck, ResponseView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actorHeaders, aPerson, eventually, type Answer } from '@duijie/testkit';
import { decidedCity, idOf, type Person } from './decided-city';

/** What a page of a list comes back with. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
export interface Refused {
  readonly reason?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}
/** An answer to a response's route, or the problem. */
export type Acked = Answer<ResponseAck & Refused>;

/** A city with deals in which organisations respond to lots over HTTP. */
export async function respondingCity(word: string, overrides: Readonly<Record<string, string>> = {}) {
  const city = await decidedCity(word, overrides);
  const person = (kind: Parameters<typeof aPerson>[0], role: Parameters<typeof aPerson>[1], name: string): Person =>
    aPerson(kind, role, { organisationName: name });

  return {
    ...city,
    broker: person('association', 'broker', '物业管理协会'),
    officer: aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' }),
    create: (actor: Person, lotId: string, body: unknown = { submit: true }, key?: string): Promise<Acked> =>
      city.call<ResponseAck & Refused>(actor, `/lots/${lotId}/responses`, {
        method: 'POST',
        body,
        ...(key === undefined ? {} : { key }),
      }),
    step: (actor: Person, ack: Pick<ResponseAck, 'id' | 'version'>, step: string, body: unknown = {}): Promise<Acked> =>
      city.call(actor, `/responses/${ack.id}/${step}`, { method: 'POST', ifMatch: ack.version, body }),
    replace: (actor: Person, ack: Pick<ResponseAck, 'id' | 'version'>, body: unknown): Promise<Acked> =>
      city.call(actor, `/responses/${ack.id}`, { method: 'PUT', ifMatch: ack.version, body }),
    show: (actor: Person, id: string) => city.call<ResponseView & Refused>(actor, `/responses/${id}`),
    /** Introduces a provider to a need, as the desk would tell. */
    async introduce(needId: string, provider: Person, facts: Partial<IntroductionBody> = {}): Promise<string> {
      const at = city.deps.clock.now().toISOString();
      const introduction: IntroductionBody = {
        id: newId(Date.now()),
        version: 1,
        needId,
        needTitle: '需求',
        posterId: newId(Date.now()),
        organisationId: idOf(provider),
        organisationName: provider.actingFor?.organisationName ?? '',
        packageId: null,
        packageTitle: null,
        state: 'introduced',
        by: 'broker',
        clearance: 'clear',
        answeredAt: null,
        updatedAt: at,
        demo: false,
        ...facts,
      };
      const { id, version } = introduction;
      await city.publish('introduction.changed.v1', { type: 'introduction', id }, version, introduction);
      await eventually(async () =>
        expect(
          await city.rows('SELECT 1 FROM introduction_copy WHERE id = ? AND sequence >= ?', [id, version]),
        ).toHaveLength(1),
      );
      return id;
    },
    async send(actor: Person, responseId: string, name: string, bytes: string, replaces?: string, key?: string) {
      const form = new FormData();
      if (replaces !== undefined) form.set('replaces', replaces);
      form.set('file', new Blob([bytes]), name);
      const answer = await fetch(`${city.host.url}/api/v1/responses/${responseId}/documents`, {
        method: 'POST',
        headers: { ...actorHeaders(city.environment, actor), 'idempotency-key': key ?? newId(Date.now()) },
        body: form,
      });
      return {
        status: answer.status,
        body: (await answer.json()) as ResponseAck & {
          documentId: string;
          documentVersion: number;
          documentSha256: string;
        },
      };
    },
    download: (actor: Person, responseId: string, documentId: string): Promise<Response> =>
      fetch(`${city.host.url}/api/v1/responses/${responseId}/documents/${documentId}`, {
        headers: actorHeaders(city.environment, actor),
      }),
  };
}
export type RespondingCity = Awaited<ReturnType<typeof respondingCity>>;
