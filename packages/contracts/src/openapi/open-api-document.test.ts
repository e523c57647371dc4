import Ajv from 'ajv/dist/2020';
import { z } from 'zod';
import { allRoutes, policy } from '../index';
import { hasFields } from './has-fields';
import { openApiDocument } from './open-api-document';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly { name?: string; in?: string; required?: boolean; $ref?: string; schema?: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { $ref?: string; content?: Readonly<Record<string, { schema?: object }>> }>
  >;
  readonly security: readonly object[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}
const document = openApiDocument() as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
const published = allRoutes.filter((contract) => !contract.internal);
const schemaFragment = { $id: 'duijie', components: document.components };
const newAjv = () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: true });
  ajv.addSchema(schemaFragment);
  return ajv;
};
/** Points references of a part at the document that Ajv knows. */
const rooted = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"duijie#/components/')) as object;

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => (key === '$ref' && typeof v === 'string' ? [v] : referencesIn(v)));
}

test('has every published route once, and no internal one', () => {
  expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
    published.map((contract) => contract.id).toSorted(),
  );
  expect(new Set(published.map((contract) => contract.id)).size).toBe(published.length);
  expect(published.length).toBeGreaterThan(100);
});

test('the policy table has exactly the routes, and every grant says how the caller stands to the object', () => {
  expect(Object.keys(policy).toSorted()).toEqual(allRoutes.map((contract) => contract.id).toSorted());
  for (const [id, grants] of Object.entries(policy)) expect([id, grants.length > 0]).toEqual([id, true]);
});

test('internal routes are for services alone, and routes for services alone are internal', () => {
  const forServices = allRoutes.filter((c) => (policy[c.id] ?? []).every((grant) => grant.who === 'service'));
  expect(forServices.map((c) => c.id)).toEqual(allRoutes.filter((c) => c.internal).map((c) => c.id));
});

test.each(operations.map((one) => [one.operation.operationId, one] as const))('%s is described', (_id, one) => {
  const { path, method, operation } = one;
  expect(operation.summary).toMatch(/\p{Script=Han}/u);
  expect(operation.description).toMatch(/^[A-Z]/);
  expect(operation.tags).toHaveLength(1);
  const inPath = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name);
  expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const names = operation.parameters.map((p) => p.$ref ?? `${p.in} ${p.name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(method === 'get' && operation.requestBody !== undefined).toBe(false);
  for (const status of ['401', '429', '500', '503']) expect(Object.keys(operation.responses)).toContain(status);
  expect(Object.keys(operation.responses).filter((status) => status.startsWith('2'))).toHaveLength(1);
  const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
  expect(refusals.every(([, response]) => response.$ref?.startsWith('#/components/responses/'))).toBe(true);
});

test('routes that change something carry the headers of their kind and the refusals that come with them', () => {
  for (const contract of published) {
    const { operation } = operations.find((one) => one.operation.operationId === contract.id) ?? {};
    const headers = operation?.parameters.map((p) => p.$ref) ?? [];
    const statuses = Object.keys(operation?.responses ?? {});
    const key = '#/components/parameters/IdempotencyKey';
    const ifMatch = '#/components/parameters/IfMatch';
    expect([contract.id, headers.includes(key)]).toEqual([contract.id, contract.kind === 'create']);
    expect([contract.id, headers.includes(ifMatch)]).toEqual([contract.id, contract.kind === 'change']);
    const wanted = { read: [], call: [], create: ['400', '409', '422'], change: ['400', '409', '412', '428'] }[
      contract.kind
    ];
    expect([contract.id, statuses]).toEqual([contract.id, expect.arrayContaining(wanted)]);
  }
});

test('every reference leads to a component, and every component is referred to', () => {
  const known = Object.entries(document.components).flatMap(([kind, entries]) =>
    Object.keys(entries).map((name) => `#/components/${kind}/${name}`),
  );
  const used = new Set(referencesIn(document));
  expect([...used].filter((reference) => !known.includes(reference))).toEqual([]);
  expect(known.filter((one) => !used.has(one) && !one.startsWith('#/components/securitySchemes/'))).toEqual([]);
});

test('every schema is valid JSON Schema 2020-12', () => {
  const ajv = newAjv();
  const schemas = operations.flatMap(({ operation }) => [
    ...operation.parameters.flatMap((p) => p.schema ?? []),
    ...Object.values(operation.requestBody?.content ?? {}).map((media) => media.schema),
    ...Object.values(operation.responses).flatMap((r) => Object.values(r.content ?? {}).flatMap((m) => m.schema ?? [])),
  ]);
  expect(schemas.length).toBeGreaterThan(published.length);
  for (const schema of [...schemas, ...Object.values(document.components['schemas'] ?? {})])
    expect(ajv.validateSchema(rooted(schema))).toBe(true);
  for (const name of Object.keys(document.components['schemas'] ?? {}))
    expect(typeof ajv.getSchema(`duijie#/components/schemas/${name}`)).toBe('function');
});

test('answers hold no transforms: what is parsed is what is on the wire', () => {
  for (const contract of published) {
    if (!hasFields(contract.response)) continue;
    const [sent, parsed] = (['input', 'output'] as const).map((io) =>
      z.toJSONSchema(contract.response, { io, unrepresentable: 'any' }),
    );
    expect([contract.id, sent]).toEqual([contract.id, parsed]);
  }
});

test('the same contracts give the same text', () => {
  expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
});
