import type { Actor } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { serviceContext, type Importer, type ImportResult, type TransactionContext } from '@duijie/service-kit';
import { anonymous, eventually, testNamespace } from '@duijie/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsImporter } from '../src/imports/needs.importer';
import { needRow } from '../src/imports/need-row';
import { createCorrectionsRepository } from '../src/corrections/persistence/corrections.repository';
import { createCopiesRepository } from '../src/persistence/copies.repository';
import { ownListSql, publicListSql, screeningListSql, type ListSql } from '../src/persistence/need-lists.read-model';
import { createNeedPartsRepository } from '../src/persistence/need-parts.repository';
import { createNeedRepository } from '../src/persistence/need.repository';
import { createRuleRepository } from '../src/persistence/rule.repository';
import { createLotProgressRepository } from '../src/progress/persistence/lot-progress.repository';
import { createReference } from '../src/reference';
import { changeRule } from '../src/rules/keep-rules';
import { loadShippedRules } from '../src/rules/load-shipped-rules';
import { readShippedRules } from '../src/rules/read-shipped-rules';
import type { ShippedRule } from '../src/rules/rule';
import { storeNeed } from '../src/store-need';
import { surroundNeed } from '../src/surround-need';
import { anOrganisation, needOf, startNeedsCity, type NeedsCity } from './needs-city';

interface Line extends Record<string, unknown> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly community: { readonly district: string; readonly subdistrict: string; readonly name: string };
}
const lines = readFileSync(join(__dirname, '../../../data/sample-city/needs.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

let city: NeedsCity;
let importer: Importer<typeof needRow>;
const association = anOrganisation({ name: '物业协会', kind: 'association', district: null, subdistrict: null });
const imported = anOrganisation({ name: '外来社区', importedAs: { source: 'city', externalId: 'c-1' }, demo: true });
const communities = [
  ...new Map(
    lines.map((line) => [
      JSON.stringify([line.community.district, line.community.subdistrict, line.community.name]),
      line.community,
    ]),
  ).values(),
].map(({ district, subdistrict, name }) => anOrganisation({ name, district, subdistrict }));

const asBroker = <T>(work: (ctx: TransactionContext) => Promise<T>): Promise<T> =>
  city.needs.database.run({ ...serviceContext('needs'), actor: city.member(association, 'broker') }, work);
const apply = (row: object, known: string | null = null): Promise<ImportResult> =>
  asBroker((ctx) => {
    const parsed = needRow.parse(row);
    return importer.apply(ctx, parsed, { source: 'sample', externalId: parsed.id }, known);
  });
const idOf = (result: ImportResult): string => {
  if (result.outcome === 'refused') throw new Error(JSON.stringify(result.faults));
  return result.id;
};

beforeAll(async () => {
  city = await startNeedsCity(testNamespace('ndi'));
  const { database, clock, audit, outbox } = city.needs;
  const needs = createNeedRepository(database);
  const parts = createNeedPartsRepository(database);
  const copies = createCopiesRepository(database);
  const reference = createReference(createRuleRepository(database), copies, createCorrectionsRepository(database));
  importer = needsImporter({
    database,
    clock,
    needs,
    copies,
    reference,
    progress: createLotProgressRepository(database),
    parts,
    store: storeNeed({ needs, parts, reference, audit, outbox, clock }),
    surround: surroundNeed({ copies, reference, clock }),
  });
  await city.tell([association, imported, ...communities]);
}, 60_000);
afterAll(() => city.host.stop());

test('the sample city comes in published, with its services given, on behalf of its communities', async () => {
  for (const line of lines) {
    const need = needOf(await city.call(anonymous, 'GET', `/needs/${idOf(await apply(line))}`));
    const { components, categories, title, eligibleKinds } = line as unknown as {
      components: string[];
      categories: string[];
      title: string;
      eligibleKinds: string[];
    };
    expect(need).toMatchObject({
      state: 'responding',
      title,
      categories,
      eligibleKinds,
      organisationName: line.community.name,
    });
    expect(need.components).toEqual(components.map((code) => ({ code, source: 'given', confidence: 1, evidence: [] })));
  }
  const rows = (await city.needs.database
    .manager()
    .query(`SELECT organisation_id AS o, data FROM audit_entry WHERE action = 'need.imported' LIMIT 1`)) as {
    o: string;
    data: string;
  }[];
  expect(rows[0]?.o).toBe(association.id);
  expect(communities.map((c) => c.id)).toContain(
    (JSON.parse(rows[0]?.data ?? '{}') as { onBehalfOf: string }).onBehalfOf,
  );
}, 30_000);

test('money is taken in yuan: a range, a fixed sum, none', async () => {
  const base = lines[0] ?? {};
  const money = async (budget: object, funding: string) =>
    needOf(
      await city.call(
        anonymous,
        'GET',
        `/needs/${idOf(await apply({ ...base, id: newId(Date.now()), budget, funding }))}`,
      ),
    );
  expect((await money({ min: 60_000, max: 82_000 }, 'owners')).money).toEqual({
    kind: 'range',
    minFen: 6_000_000,
    maxFen: 8_200_000,
  });
  expect((await money({ min: 5000, max: 5000 }, '街道购买服务')).money).toEqual({ kind: 'fixed', amountFen: 500_000 });
  expect(await money({ min: 0, max: 0 }, 'none')).toMatchObject({ money: { kind: 'none' }, mode: 'claim' });
});

test('without categories and components they are proposed from the words', async () => {
  const { categories: _c, components: _k, ...textOnly }: Record<string, unknown> = lines[0] ?? {};
  const id = idOf(await apply({ ...textOnly, id: 'text-only' }));
  const need = needOf(await city.call(anonymous, 'GET', `/needs/${id}`));
  expect(need.components.map((c) => c.code)).toContain('property.introduce');
  expect(need.components.every((c) => c.source === 'proposed' && c.evidence.length > 0)).toBe(true);
  expect(need.categories.length).toBeGreaterThan(0);
});

test('the poster is found by its id in a source or by its place; one that is not known is refused with its field', async () => {
  const base = lines[0] ?? {};
  const need = needOf(
    await city.call(anonymous, 'GET', `/needs/${idOf(await apply({ ...base, id: 'by-import', organisation: 'c-1' }))}`),
  );
  expect(need).toMatchObject({ organisationId: imported.id, demo: true });
  await expect(
    apply({ ...base, id: 'nowhere', community: { district: '锦江区', subdistrict: '牛市口街道', name: '没有的社区' } }),
  ).rejects.toMatchObject({ faults: [{ pointer: '/community/name' }] });
  await expect(apply({ ...base, id: 'nobody', organisation: '没有的机构' })).rejects.toMatchObject({
    faults: [{ pointer: '/organisation' }],
  });
  await expect(apply({ ...base, id: 'no-leaf', components: ['没有的服务'] })).rejects.toMatchObject({
    faults: [{ pointer: '/components/0' }],
  });
});

test('a row that comes again changes only what differs, and not what was changed here since', async () => {
  const row = { ...lines[1], id: 'again' };
  const id = idOf(await apply(row));
  expect(await apply(row, id)).toEqual({ outcome: 'unchanged', id, version: 1 });
  expect(await apply({ ...row, title: '改了标题的需求' }, id)).toEqual({ outcome: 'updated', id, version: 2 });
  expect((await city.eventsOf(id)).map((e) => e.type)).toEqual(['need.published.v1', 'need.changed.v1']);
  const poster = communities.find(
    (c) => c.name === lines[1]?.community.name && c.district === lines[1]?.community.district,
  );
  if (!poster) throw new Error('no poster');
  const edited = await city.call(city.member(poster), 'PATCH', `/needs/${id}`, {
    ifMatch: 2,
    body: { title: '社区自己改的' },
  });
  expect(edited.status).toBe(200);
  await expect(apply(row, id)).rejects.toMatchObject({ reason: 'need.changed-since-import' });
});

test('what staff enter they have looked at: their association is flagged, and a row that comes again stays looked at', async () => {
  const row = { ...lines[1], id: 'looked-at' };
  const id = idOf(await apply(row));
  expect((await city.eventsOf(id)).at(-1)?.data).toMatchObject({
    excludedOrganisationIds: [],
    flaggedOrganisationIds: [association.id],
  });
  const large = { ...row, budget: { min: 2_000_000, max: 2_000_000 }, funding: 'owners' };
  idOf(await apply(large, id));
  const need = needOf(await city.call(city.member(association, 'broker'), 'GET', `/needs/${id}`));
  expect(need).toMatchObject({
    state: 'responding',
    private: {
      screening: null,
      exclusions: [{ organisationId: association.id, because: 'screened', effect: 'flagged' }],
    },
  });
  expect(await apply(large, id)).toMatchObject({ outcome: 'unchanged' });
});

test('a suspended poster hands nothing in by import, neither itself nor through others', async () => {
  const stopped = anOrganisation({ name: '停用社区', importedAs: { source: 'city', externalId: 'c-9' } });
  await city.tell([stopped]);
  const as = (actor: Actor, row: object, known: string | null = null) =>
    city.needs.database.run({ ...serviceContext('needs'), actor }, (ctx) => {
      const parsed = needRow.parse(row);
      return importer.apply(ctx, parsed, { source: 'own', externalId: parsed.id }, known);
    });
  const row = {
    id: 'stopped-1',
    description: '想办一次便民活动，请人理发',
    organisation: 'c-9',
    community: { district: stopped.district, subdistrict: stopped.subdistrict, name: stopped.name },
  };
  const open = idOf(await as(city.member(stopped), row));
  await city.tell([{ ...stopped, version: 2, verification: 'suspended' }]);
  const refused = { reason: 'organisation.not-verified' };
  // The import was started while its token still said verified.
  for (const actor of [city.member(stopped), city.member(association, 'broker')]) {
    await expect(as(actor, { ...row, id: newId(Date.now()) })).rejects.toMatchObject(refused);
    await expect(as(actor, { ...row, title: '改了标题的需求' }, open)).rejects.toMatchObject(refused);
    expect((await as(actor, { ...row, id: newId(Date.now()), publish: false })).outcome).toBe('created');
  }
});

test('an import is undone where nothing happened since, and its row may come in again', async () => {
  const row = { ...lines[2], id: 'undone' };
  const id = idOf(await apply(row));
  expect(await asBroker((ctx) => importer.undo(ctx, id, 7))).toBe('kept');
  expect(await asBroker((ctx) => importer.undo(ctx, id, 1))).toBe('undone');
  expect((await city.eventsOf(id)).at(-1)).toMatchObject({ type: 'need.changed.v1', state: 'withdrawn' });
  const anew = await apply(row, id);
  expect(anew).toMatchObject({ outcome: 'created', version: 1 });
  expect(idOf(anew)).not.toBe(id);
});

test('a community imports its own needs only, by the same rules as by hand', async () => {
  const [own] = communities;
  if (!own) throw new Error('no community');
  const asOwn = (row: object) =>
    city.needs.database.run({ ...serviceContext('needs'), actor: city.member(own) }, (ctx) => {
      const parsed = needRow.parse(row);
      return importer.apply(ctx, parsed, { source: 'own', externalId: parsed.id }, null);
    });
  const base = {
    id: 'own-1',
    description: '想办一次便民活动，请人理发',
    community: { district: own.district, subdistrict: own.subdistrict, name: own.name },
  };
  const id = idOf(await asOwn(base));
  const need = needOf(await city.call(city.member(own), 'GET', `/needs/${id}`));
  expect(need).toMatchObject({
    organisationId: own.id,
    state: 'responding',
    private: { screening: 'after', origin: { source: 'own', externalId: 'own-1' } },
  });
  await expect(asOwn({ ...base, organisation: 'c-1' })).rejects.toMatchObject({
    faults: [{ pointer: '/organisation' }],
  });
  const large = idOf(await asOwn({ ...base, id: 'own-2', budget: { min: 1, max: 2_000_000 } }));
  expect(needOf(await city.call(city.member(own), 'GET', `/needs/${large}`)).state).toBe('submitted');
});

test('a file goes in through the product and is reported by row', async () => {
  const form = new FormData();
  const bad = {
    ...lines[3],
    id: 'bad',
    community: { district: '锦江区', subdistrict: '牛市口街道', name: '没有的社区' },
  };
  form.set('source', 'file');
  form.set(
    'file',
    new Blob([[...lines.slice(0, 3), bad].map((line) => JSON.stringify(line)).join('\n')]),
    'needs.jsonl',
  );
  const started = await city.call(city.member(association, 'broker'), 'POST', '/imports/needs', { form });
  expect(started.status).toBe(201);
  const { id } = started.body as { id: string };
  await eventually(async () =>
    expect((await city.call(city.member(association, 'broker'), 'GET', `/imports/needs/${id}`)).body).toMatchObject({
      state: 'done',
      counts: { created: 3, refused: 1 },
    }),
  );
});

test('what the product ships is brought in once, and an edited rule stays as it was edited', async () => {
  const { database, audit, clock } = city.needs;
  const rules = createRuleRepository(database);
  const shipped = await readShippedRules(join(__dirname, '../../../data'));
  const load = loadShippedRules({ database, rules, audit, clock });
  expect(await load(shipped)).toBe(0);
  const [first] = shipped;
  if (!first) throw new Error('nothing is shipped');
  const newer = { ...first, text: { ...first.text, source: '新的出处' } } as ShippedRule;
  expect(await load([newer])).toBe(1);
  await asBroker((ctx) =>
    changeRule({ database, rules, audit, clock })(ctx, 'mode', first.id, 2, {
      ...(first as ShippedRule<'mode'>).text,
      zh: '协会改的',
    }),
  );
  expect(await load(shipped)).toBe(0);
  expect((await rules.all(serviceContext('needs'))).mode.find((rule) => rule.id === first.id)).toMatchObject({
    zh: '协会改的',
    version: 3,
  });
});

test('every list is read by an index that serves its filter and its order', async () => {
  const page = { limit: 20, cursor: undefined };
  const after = {
    limit: 20,
    cursor: Buffer.from(JSON.stringify([Date.now(), newId(Date.now())])).toString('base64url'),
  };
  const lists: readonly (readonly [string, ListSql])[] = [
    ['ix_need_listing', publicListSql(page)],
    ['ix_need_listing', publicListSql(after)],
    ['ix_need_listing_district', publicListSql({ ...page, district: '锦江区' })],
    ['ix_need_listing_funding', publicListSql({ ...page, funding: 'owners' })],
    ['ix_need_listing_urgency', publicListSql({ ...page, urgency: 'high' })],
    ['ix_need_state', publicListSql({ ...page, state: 'responding' })],
    ['ix_need_poster', publicListSql({ ...page, organisationId: association.id })],
    ['ix_need_leaf_leaf', publicListSql({ ...page, leaf: 'property.introduce' })],
    ['ix_need_leaf_district', publicListSql({ ...page, leaf: 'property.introduce', district: '锦江区' })],
    ['ix_need_screening', screeningListSql({ ...page, queue: 'first' }, { district: null, subdistrict: null })],
    [
      'ix_need_screening_district',
      screeningListSql({ ...page, queue: 'after' }, { district: '锦江区', subdistrict: null }),
    ],
    [
      'ix_need_screening_area',
      screeningListSql({ ...page, queue: 'after' }, { district: '锦江区', subdistrict: '牛市口街道' }),
    ],
    ['ix_need_own', ownListSql(page, association.id)],
    ['ix_need_own_state', ownListSql({ ...page, state: 'draft' }, association.id)],
  ];
  for (const [index, { sql, values }] of lists) {
    const plan = (await city.needs.database.manager().query(`EXPLAIN ${sql}`, [...values])) as {
      key: string;
      Extra: string;
      type: string;
    }[];
    expect([index, plan[0]?.key, plan[0]?.Extra.includes('filesort'), plan[0]?.type === 'ALL']).toEqual([
      index,
      index,
      false,
      false,
    ]);
  }
});
