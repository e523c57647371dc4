import type {
  DecisionSheet,
  IntroductionBody,
  LotView,
  NeedBody,
  OrganisationKind,
  OrganisationState,
} from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { serviceContext, type TransactionContext } from '@duijie/service-kit';
import {
  actorHeaders,
  aNeedBody,
  anOrganisationState,
  aPackageBody,
  aPerson,
  eventually,
  startBeside,
  type Answer,
  type Beside,
} from '@duijie/testkit';
import { dealsModule } from '../src';
import { createLotRepository } from '../src/lots/persistence/lot.repository';
import { storeLot } from '../src/lots/store-lot';
import type { Lot } from '../src/lots/lot';
import { createResponseRepository } from '../src/responses/persistence/response.repository';
import { hashOf, newSalt } from '../src/responses/receipt';
import type { KeptContent, LotResponse } from '../src/responses/response';
import { storeResponse } from '../src/responses/store-response';

export type Person = ReturnType<typeof aPerson>;
export const idOf = (person: Person): string => person.actingFor?.organisationId ?? '';

const bands = {
  claim: { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'first_come' },
  direct: { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'choice' },
  quotation: { sealed: false, leastResponses: 2, noticeDays: 0, evaluation: 'price' },
  open_call: { sealed: true, leastResponses: 2, noticeDays: 3, evaluation: 'scored' },
  emergency: { sealed: false, leastResponses: 1, noticeDays: 3, evaluation: 'choice' },
  recorded: { sealed: false, leastResponses: 0, noticeDays: 0, evaluation: 'none' },
} as const;

/** A city with deals, people and lots in any mode, called over HTTP. Responses are entered as their part keeps them. */
export async function decidedCity(word: string, overrides: Readonly<Record<string, string>> = {}) {
  const city: Beside = await startBeside(dealsModule, ['identity', 'needs', 'offers', 'desk'], word, {
    DUIJIE_DEALS_TERMS_EVERY_MS: '100',
    ...overrides,
  });
  const { database } = city.deps;
  const lots = createLotRepository(database);
  const responses = createResponseRepository(database);
  const core = { ...city.deps, lots, responses };
  const ctx = serviceContext('deals');
  const inTransaction = <T>(work: (inner: TransactionContext) => Promise<T>) => database.run(ctx, work);

  async function organisation(
    kind: OrganisationKind,
    name: string,
    facts: Partial<OrganisationState> = {},
    role: Parameters<typeof aPerson>[1] = 'editor',
  ): Promise<Person> {
    const state = anOrganisationState({ kind, name, ...facts });
    await city.publish('organisation.changed.v1', { type: 'organisation', id: state.id }, state.version, state);
    await eventually(async () =>
      expect(await city.rows('SELECT id FROM organisation_copy WHERE id = ?', [state.id])).toHaveLength(1),
    );
    return aPerson(kind, role, { organisationId: state.id, organisationName: name, verification: state.verification });
  }

  async function packageOf(provider: Person, capacity = 3): Promise<string> {
    const pkg = aPackageBody({ providerId: idOf(provider), capacity });
    await city.publish('package.published.v1', { type: 'package', id: pkg.id }, 1, pkg);
    await eventually(async () =>
      expect(await city.rows('SELECT 1 FROM package_capacity WHERE package_id = ?', [pkg.id])).toHaveLength(1),
    );
    return pkg.id;
  }

  /** A published need of a poster. @returns its first lot's id, with the need as it was told */
  async function need(
    poster: Person,
    mode: NeedBody['mode'],
    facts: Partial<NeedBody> = {},
  ): Promise<readonly [string, NeedBody]> {
    const body = aNeedBody({ organisationId: idOf(poster), mode, terms: { ...bands[mode] }, ...facts });
    await city.publish('need.published.v1', { type: 'need', id: body.id }, body.version, body);
    const lotId = body.lots[0]?.id ?? '';
    await eventually(async () => expect(await lots.find(ctx, lotId)).toMatchObject({ state: 'open' }));
    return [lotId, body];
  }

  /** Enters a response as one that was handed in, and opened where its lot is sealed. */
  async function respond(
    lotId: string,
    provider: Person,
    facts: Partial<LotResponse> & { readonly packageId?: string | null } = {},
  ): Promise<string> {
    return inTransaction(async (inner) => {
      const lot = await lots.lock(inner, lotId);
      if (!lot) throw new Error('no lot');
      const now = city.deps.clock.now();
      const content: KeptContent = {
        packageId: facts.packageId ?? null,
        packageVersion: facts.packageId ? 1 : null,
        components: [],
        plan: '',
        team: [],
        milestones: [],
        note: '',
        salt: newSalt(),
      };
      const { sealed } = lot.terms;
      const counted = { ...lot, responseCount: lot.responseCount + 1 };
      const response = await storeResponse(core)(
        inner,
        counted,
        null,
        {
          id: newId(now.getTime()),
          version: 0,
          lotId,
          needId: lot.needId,
          attempt: lot.attempt,
          needVersion: lot.needVersion,
          organisationId: idOf(provider),
          organisationName: provider.actingFor?.organisationName ?? '',
          state: sealed ? 'opened' : 'submitted',
          sealed,
          disclosed: true,
          packageId: content.packageId,
          packageVersion: content.packageVersion,
          priceFen: null,
          content,
          contentVersion: 1,
          contentSha256: hashOf(content),
          lacks: [],
          conflict: 'clear',
          findings: [],
          clearance: null,
          because: null,
          submittedAt: now,
          openedAt: sealed ? now : null,
          parties: [
            {
              organisationId: idOf(provider),
              organisationName: provider.actingFor?.organisationName ?? '',
              standing: 'leader',
            },
          ],
          demo: false,
          createdAt: now,
          updatedAt: now,
          ...facts,
        },
        [],
      );
      await storeLot(core)(inner, lot, counted, []);
      return response.id;
    });
  }

  const set = (lotId: string, facts: Partial<Lot>) =>
    inTransaction(async (inner) => {
      const lot = await lots.lock(inner, lotId);
      if (!lot) throw new Error('no lot');
      return storeLot(core)(inner, lot, { ...lot, ...facts }, []);
    });

  const lot = async (lotId: string): Promise<Lot> => {
    const found = await lots.find(ctx, lotId);
    if (!found) throw new Error('no lot');
    return found;
  };
  /** A change of a lot at its present version. */
  const onLot = async <T = Record<string, unknown>>(actor: Person, lotId: string, step: string, body: unknown = {}) =>
    city.call<T>(actor, `/lots/${lotId}/${step}`, { method: 'POST', ifMatch: (await lot(lotId)).version, body });

  return {
    ...city,
    /** A community, three providers, and those who oversee. */
    async people() {
      const [poster, a, b, c, broker] = await Promise.all([
        organisation('community', '得胜南社区'),
        organisation('property_firm', '甲物业'),
        organisation('social_org', '乙社工'),
        organisation('social_enterprise', '丙企业'),
        organisation('association', '物业协会', {}, 'broker'),
      ]);
      const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
      return { poster, a, b, c, broker, officer };
    },
    organisation,
    packageOf,
    need,
    respond,
    lot,
    onLot,
    /** Tells of an introduction to a need, and waits until it is known. */
    async introduce(
      to: NeedBody,
      provider: Person,
      clearance: 'clear' | 'cleared' = 'clear',
      facts: Partial<IntroductionBody> = {},
    ): Promise<void> {
      const now = new Date().toISOString();
      const id = newId(Date.now());
      await city.publish('introduction.changed.v1', { type: 'introduction', id }, 1, {
        id,
        version: 1,
        needId: to.id,
        needTitle: to.title,
        posterId: to.organisationId,
        organisationId: idOf(provider),
        organisationName: provider.actingFor?.organisationName ?? '',
        packageId: null,
        packageTitle: null,
        state: 'introduced',
        by: 'broker',
        clearance,
        answeredAt: null,
        updatedAt: now,
        demo: false,
        ...facts,
      });
      await eventually(async () =>
        expect(await city.rows('SELECT id FROM introduction_copy WHERE id = ?', [id])).toHaveLength(1),
      );
    },
    /** Ends the time for responses. */
    close: (lotId: string) => set(lotId, { state: 'deciding', openedAt: city.deps.clock.now() }),
    response: async (id: string) => responses.find(ctx, id),
    sheet: async (actor: Person, lotId: string) =>
      (await city.call<DecisionSheet>(actor, `/lots/${lotId}/decision`)).body,
    view: async (actor: Person, lotId: string) => (await city.call<LotView>(actor, `/lots/${lotId}`)).body,
    change: <T = Record<string, unknown>>(actor: Person, path: string, ifMatch: number, body: unknown = {}) =>
      city.call<T>(actor, path, { method: 'POST', ifMatch, body }),
    async used(packageId: string): Promise<number> {
      const [row] = await city.rows<{ used: number }>('SELECT used FROM package_capacity WHERE package_id = ?', [
        packageId,
      ]);
      return row?.used ?? -1;
    },
    /** Envelopes of the events of one type about one aggregate, in their order. */
    async told(type: string, aggregateId: string) {
      const rows = await city.rows<{ envelope: string }>(
        'SELECT envelope FROM outbox WHERE type = ? AND aggregate_id = ? ORDER BY sequence',
        [type, aggregateId],
      );
      return rows.map(
        ({ envelope }) => JSON.parse(envelope) as { actor: { type: string }; data: Record<string, unknown> },
      );
    },
    async upload(actor: Person, path: string): Promise<Answer<Record<string, unknown>>> {
      const form = new FormData();
      form.set('file', new Blob(['%PDF-1.4\n中标通知\n%%EOF\n']), '中标通知.pdf');
      const answer = await fetch(`${city.host.url}/api/v1${path}`, {
        method: 'POST',
        headers: { ...actorHeaders(city.environment, actor), 'idempotency-key': newId(Date.now()) },
        body: form,
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
    },
  };
}
export type People = Awaited<ReturnType<DecidedCity['people']>>;
export type DecidedCity = Awaited<ReturnType<typeof decidedCity>>;
