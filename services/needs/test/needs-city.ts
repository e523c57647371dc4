import type { Actor, CompoundState, LotBody, NeedView, OrganisationState, TaxonomyState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  defineModule,
  serviceContext,
  startHost,
  type DatabaseDeps,
  type Host,
  type ModuleDeps,
} from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment } from '@duijie/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { needsModule } from '../src';

const taxonomyFile = z.object({
  groups: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      leaves: z.array(
        z.object({
          code: z.string(),
          zh: z.string(),
          en: z.string(),
          synonyms: z.array(z.string()),
          coreService: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
/** The taxonomy that the product ships, as an event carries it. */
const taxonomy = (): TaxonomyState => {
  const { groups } = taxonomyFile.parse(
    JSON.parse(readFileSync(join(__dirname, '../../../data/taxonomy.json'), 'utf8')),
  );
  return {
    version: 1,
    groups: groups.map((group) => ({
      code: group.code,
      zh: group.zh,
      en: group.en,
      leaves: group.leaves.map((leaf) => ({ ...leaf, coreService: leaf.coreService ?? false, retired: false })),
    })),
  };
};

export const anOrganisation = (facts: Partial<OrganisationState>): OrganisationState => ({
  id: newId(Date.now()),
  version: 1,
  kind: 'community',
  name: '测试社区',
  creditCode: null,
  businessScope: null,
  description: '',
  district: '锦江区',
  subdistrict: '牛市口街道',
  community: null,
  foundedYear: null,
  verification: 'verified',
  qualifications: [],
  grade: null,
  affiliations: [],
  importedAs: null,
  demo: false,
  ...facts,
});

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}
/** A host with the needs service, and whatever publishes what it copies. */
export interface NeedsCity {
  readonly host: Host;
  readonly environment: Readonly<Record<string, string>>;
  /** Parts of the needs service. */
  readonly needs: ModuleDeps & DatabaseDeps;
  /** Publishes organisations and compounds, and waits until the needs service has taken them. */
  tell(organisations: readonly OrganisationState[], compounds?: readonly CompoundState[]): Promise<void>;
  /** Publishes a state of a lot as deals does. */
  tellLot(lot: LotBody, actor?: Actor): Promise<void>;
  call(
    actor: Actor,
    method: string,
    path: string,
    options?: { body?: unknown; ifMatch?: number; key?: string; form?: FormData; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Types of the events of a need, in their order, with their state. */
  eventsOf(needId: string): Promise<{ type: string; sequence: number; state: string; data: Record<string, unknown> }[]>;
  /** Somebody who acts for an organisation. */
  member(organisation: OrganisationState, role?: Parameters<typeof aPerson>[1]): Actor;
}

export const needOf = (answer: Answer): NeedView => answer.body as NeedView;

export async function startNeedsCity(
  namespace: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<NeedsCity> {
  const environment = testEnvironment(namespace, { DUIJIE_NEEDS_OPEN_EVERY_MS: '100', ...overrides });
  await clearNamespace(environment);
  let identity: DatabaseDeps | undefined;
  let offers: DatabaseDeps | undefined;
  let deals: DatabaseDeps | undefined;
  let needs: (ModuleDeps & DatabaseDeps) | undefined;
  const source = (name: 'identity' | 'offers' | 'deals', seize: (deps: DatabaseDeps) => void) =>
    defineModule({
      name,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(deps: DatabaseDeps) {
        seize(deps);
        return { routes: [] };
      },
    });
  const host = await startHost(
    [
      source('identity', (deps) => (identity = deps)),
      source('offers', (deps) => (offers = deps)),
      source('deals', (deps) => (deals = deps)),
      {
        ...needsModule,
        create(deps) {
          needs = deps;
          return needsModule.create(deps);
        },
      } satisfies typeof needsModule,
    ],
    environment,
  );
  if (!identity || !offers || !deals || !needs) throw new Error('a module was not created');
  const [publisher, catalogue, decider, own] = [identity, offers, deals, needs];
  const state = taxonomy();
  await catalogue.database.run(serviceContext('offers'), (ctx) =>
    catalogue.outbox.append(ctx, {
      type: 'taxonomy.changed.v1',
      aggregate: { type: 'taxonomy', id: newId(Date.now()) },
      sequence: 1,
      data: state,
    }),
  );
  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await own.database.manager().query(sql, values)) as Record<string, unknown>[];
  await eventually(async () => expect(await rows('SELECT 1 FROM taxonomy_copy')).toHaveLength(1));

  return {
    host,
    environment,
    needs: own,
    async tell(organisations, compounds = []) {
      await publisher.database.run(serviceContext('identity'), async (ctx) => {
        for (const data of organisations)
          await publisher.outbox.append(ctx, {
            type: 'organisation.changed.v1',
            aggregate: { type: 'organisation', id: data.id },
            sequence: data.version,
            data,
          });
        for (const data of compounds)
          await publisher.outbox.append(ctx, {
            type: 'compound.changed.v1',
            aggregate: { type: 'compound', id: data.id },
            sequence: data.version,
            data,
          });
      });
      await eventually(async () =>
        expect(
          await publisher.database
            .manager()
            .query(`SELECT 1 FROM outbox_delivery WHERE subscriber = 'needs' AND state <> 'confirmed'`),
        ).toEqual([]),
      );
    },
    async tellLot(lot, actor) {
      await decider.database.run({ ...serviceContext('deals'), ...(actor ? { actor } : {}) }, (ctx) =>
        decider.outbox.append(ctx, {
          type: 'lot.changed.v1',
          aggregate: { type: 'lot', id: lot.id },
          sequence: lot.version,
          data: lot,
        }),
      );
    },
    async call(actor, method, path, { body, ifMatch, key, form, headers } = {}) {
      const answer = await fetch(`${host.url}/api/v1${path}`, {
        method,
        headers: {
          ...actorHeaders(environment, actor),
          ...(method === 'POST' && ifMatch === undefined ? { 'idempotency-key': key ?? newId(Date.now()) } : {}),
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
    },
    async eventsOf(needId) {
      const found = await rows('SELECT envelope FROM outbox WHERE aggregate_id = ? ORDER BY sequence', [needId]);
      return found.map((row) => {
        const { type, sequence, data } = JSON.parse(String(row['envelope'])) as {
          type: string;
          sequence: number;
          data: Record<string, unknown>;
        };
        return { type, sequence, state: String(data['state']), data };
      });
    },
    member: (organisation, role = 'owner') =>
      aPerson(organisation.kind, role, {
        organisationId: organisation.id,
        organisationName: organisation.name,
        verification: organisation.verification,
        district: organisation.district,
        subdistrict: organisation.subdistrict,
      }),
  };
}
