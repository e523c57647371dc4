import type { Actor, AgreementView, NeedBody, OrganisationKind } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { serviceContext } from '@duijie/service-kit';
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
import { createCapacity } from '../src/capacity/create-capacity';
import type { Award } from '../src/decisions/award';
import { createAwardRepository } from '../src/decisions/persistence/award.repository';
import { createLotRepository } from '../src/lots/persistence/lot.repository';
import { storeLot } from '../src/lots/store-lot';
import { createResponseRepository } from '../src/responses/persistence/response.repository';
import type { LotResponse } from '../src/responses/response';

type Person = ReturnType<typeof aPerson>;

/** A lot that was decided on, with the people around it. */
export interface Awarded {
  readonly need: NeedBody;
  readonly lotId: string;
  readonly awardId: string;
  readonly packageId: string;
  readonly poster: Person;
  readonly provider: Person;
}

/** A city with deals and decided lots, called over HTTP. */
export async function awardedCity(word: string, overrides: Readonly<Record<string, string>> = {}) {
  const city: Beside = await startBeside(dealsModule, ['identity', 'needs', 'offers', 'desk'], word, overrides);
  const { database } = city.deps;
  const lots = createLotRepository(database);
  const core = { ...city.deps, lots };
  const ctx = serviceContext('deals');

  async function organisation(
    kind: OrganisationKind,
    name: string,
    affiliations: { type: 'sponsors'; organisationId: string }[] = [],
  ) {
    const state = anOrganisationState({ kind, name, affiliations });
    await city.publish('organisation.changed.v1', { type: 'organisation', id: state.id }, 1, state);
    await eventually(async () =>
      expect(await city.rows('SELECT id FROM organisation_copy WHERE id = ?', [state.id])).toHaveLength(1),
    );
    return aPerson(kind, 'editor', { organisationId: state.id, organisationName: name });
  }

  /** @param facts of the need @param amountFen of the award @param response that won, for none a direct award */
  async function awarded(
    facts: Partial<NeedBody> = {},
    amountFen: number | null = null,
    provider?: Person,
    response?: Pick<LotResponse, 'content' | 'parties'>,
  ): Promise<Awarded> {
    const poster = await organisation('community', '得胜南社区');
    const firm = provider ?? (await organisation('property_firm', '锦江物业'));
    const providerId = firm.actingFor?.organisationId ?? '';
    const pkg = aPackageBody({ providerId, capacity: 1 });
    await city.publish('package.published.v1', { type: 'package', id: pkg.id }, 1, pkg);
    const need = aNeedBody({ organisationId: poster.actingFor?.organisationId ?? '', ...facts });
    await city.publish('need.published.v1', { type: 'need', id: need.id }, 1, need);
    const lotId = need.lots[0]?.id ?? '';
    await eventually(async () => {
      expect(await lots.find(ctx, lotId)).toMatchObject({ state: 'open' });
      expect(await city.rows('SELECT package_id FROM package_capacity WHERE package_id = ?', [pkg.id])).toHaveLength(1);
    });
    const now = new Date();
    const responseId = response ? newId(now.getTime()) : null;
    const award: Award = {
      id: newId(now.getTime()),
      version: 1,
      lotId,
      needId: need.id,
      attempt: 1,
      kind: 'direct',
      state: 'effective',
      responseId,
      organisationId: providerId,
      organisationName: firm.actingFor?.organisationName ?? '',
      packageId: pkg.id,
      packageVersion: 1,
      amountFen,
      reason: '合适',
      documentNote: null,
      ranking: [],
      scoring: null,
      decidedAt: now,
      noticeUntil: null,
      noticeLeftMs: null,
      effectiveAt: now,
      endedAt: null,
      cancelledBecause: null,
    };
    await database.run(ctx, async (inner) => {
      const lot = await lots.lock(inner, lotId);
      if (!lot) throw new Error('No lot');
      if (response && responseId)
        await createResponseRepository(database).insert(inner, {
          ...response,
          id: responseId,
          version: 1,
          lotId,
          needId: need.id,
          attempt: 1,
          needVersion: lot.needVersion,
          organisationId: providerId,
          organisationName: award.organisationName,
          state: 'awarded',
          sealed: false,
          disclosed: true,
          packageId: pkg.id,
          packageVersion: 1,
          priceFen: amountFen,
          contentVersion: 1,
          contentSha256: '0'.repeat(64),
          lacks: [],
          conflict: 'clear',
          findings: [],
          clearance: null,
          because: null,
          submittedAt: now,
          openedAt: null,
          demo: false,
          createdAt: now,
          updatedAt: now,
        });
      await createAwardRepository(database).insert(inner, award);
      await storeLot(core)(
        inner,
        lot,
        {
          ...lot,
          state: 'awarded',
          award: {
            id: award.id,
            responseId,
            organisationId: providerId,
            organisationName: award.organisationName,
            packageId: pkg.id,
            amountFen,
            reason: award.reason,
            decidedAt: now.toISOString(),
            noticeUntil: null,
            state: 'effective',
          },
        },
        [],
      );
      await createCapacity(core).takeCapacity(inner, { awardId: award.id, packageId: pkg.id });
    });
    return { need, lotId, awardId: award.id, packageId: pkg.id, poster, provider: firm };
  }

  async function upload<T = AgreementView>(
    actor: Actor,
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob(['%PDF-1.4\n盖章\n%%EOF\n']), '协议.pdf');
    const answer = await fetch(`${city.host.url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...actorHeaders(city.environment, actor), ...headers },
      body: form,
    });
    return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
  }

  const change = <T = AgreementView>(actor: Actor, path: string, ifMatch: number, body: unknown = {}) =>
    city.call<T>(actor, path, { method: 'POST', ifMatch, body });
  const create = <T = AgreementView>(actor: Actor, path: string, body: unknown = {}) =>
    city.call<T>(actor, path, { method: 'POST', body });

  return {
    ...city,
    organisation,
    awarded,
    upload,
    change,
    create,
    lot: async (id: string) => lots.find(ctx, id),
    /** How much of a package is taken. */
    async used(packageId: string): Promise<number> {
      const [row] = await city.rows<{ used: number }>('SELECT used FROM package_capacity WHERE package_id = ?', [
        packageId,
      ]);
      return row?.used ?? -1;
    },
    /** Data of the events of one type about one aggregate, in their order. */
    async told<T>(type: string, aggregateId: string): Promise<T[]> {
      const rows = await city.rows<{ envelope: string }>(
        'SELECT envelope FROM outbox WHERE type = ? AND aggregate_id = ? ORDER BY sequence',
        [type, aggregateId],
      );
      return rows.map(({ envelope }) => (JSON.parse(envelope) as { data: T }).data);
    },
    /** Draft and two taps. */
    async lightlySigned(one: Awarded, terms: object = {}): Promise<AgreementView> {
      const drafted = await create(one.poster, '/agreements', { awardId: one.awardId, confirm: true, terms });
      expect(drafted).toMatchObject({ status: 201, body: { form: 'light', state: 'drafted' } });
      const signed = await change(one.provider, `/agreements/${drafted.body.id}/confirm`, drafted.body.version);
      expect(signed).toMatchObject({ status: 200, body: { state: 'signed' } });
      return signed.body;
    },
    /** Draft and the stamped scan. */
    async signedOnPaper(one: Awarded, terms: object = {}): Promise<AgreementView> {
      const drafted = await create(one.poster, '/agreements', { awardId: one.awardId, terms });
      expect(drafted).toMatchObject({ status: 201, body: { form: 'paper', state: 'drafted' } });
      const signed = await upload(
        one.poster,
        `/agreements/${drafted.body.id}/sign`,
        { signedOn: '2026-01-05' },
        { 'if-match': `"${drafted.body.version}"` },
      );
      expect(signed).toMatchObject({ status: 200, body: { state: 'signed', signedOn: '2026-01-05' } });
      return signed.body;
    },
    /** Every milestone delivered and accepted. @returns the completed agreement */
    async finished(one: Awarded, agreement: AgreementView, sheet: object = {}): Promise<AgreementView> {
      let now = agreement;
      for (const { id } of agreement.milestones) {
        const path = `/agreements/${now.id}/milestones/${id}`;
        now = (await change(one.provider, `${path}/deliver`, now.version)).body;
        const last = now.milestones.every(({ id: each, state }) => each === id || state === 'accepted');
        const accepted = await change(one.poster, `${path}/accept`, now.version, last ? sheet : {});
        expect(accepted).toMatchObject({ status: 200 });
        now = accepted.body;
      }
      expect(now.state).toBe('completed');
      return now;
    },
  };
}
