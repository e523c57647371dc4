import { z } from 'zod';
import { allRoutes, excelSheets, listsWithoutWorkbook, type ExcelColumn, type RouteContract } from '../index';

type Json = Readonly<Record<string, unknown>>;
interface Schema {
  readonly of: Json;
  readonly defs: Readonly<Record<string, Json>>;
}
const responseOf = (contract: RouteContract): Schema => {
  if (contract.response instanceof z.ZodUndefined) return { of: {}, defs: {} };
  const json = z.toJSONSchema(contract.response, { io: 'output', unrepresentable: 'any' }) as Json;
  return { of: json, defs: (json['$defs'] ?? {}) as Schema['defs'] };
};
const without = (schema: Schema): Json[] => {
  const { of, defs } = schema;
  if (typeof of['$ref'] === 'string') return without({ of: defs[of['$ref'].split('/').at(-1) ?? ''] ?? {}, defs });
  const branches = (of['anyOf'] ?? of['oneOf']) as Json[] | undefined;
  if (branches) return branches.flatMap((one) => without({ of: one, defs }));
  return of['type'] === 'null' ? [] : [of];
};
const isPage = (contract: RouteContract): boolean => {
  const properties = (responseOf(contract).of['properties'] ?? {}) as Json;
  return 'items' in properties && ('nextCursor' in properties || 'nextOffset' in properties);
};
/** What stands at one way of a path, in every branch of unions; none where a field is not there. */
function fieldsAt(schema: Schema, way: string): Json[] {
  const { defs } = schema;
  const fieldOf = (of: Json, name: string): Json[] => {
    const field = (of['properties'] as Readonly<Record<string, Json>> | undefined)?.[name];
    return field ? without({ of: field, defs }) : [];
  };
  let found: Json[] = [schema.of];
  for (const step of way.split('.')) {
    const name = step.replace(/\[\]$/, '');
    const fields = found.flatMap((of) => without({ of, defs })).flatMap((of) => fieldOf(of, name));
    found = step === name ? fields : fields.map((of) => of['items'] as Json);
  }
  return found.flatMap((of) => without({ of, defs }));
}
const fits: Readonly<Record<ExcelColumn['kind'], (field: Json) => boolean>> = {
  text: (f) => [f['type']].flat().includes('string') && f['format'] === undefined,
  number: (f) => ['number', 'integer'].includes(String(f['type'])),
  money: (f) => f['type'] === 'integer',
  day: (f) => f['format'] === 'date',
  instant: (f) => f['format'] === 'date-time',
  flag: (f) => f['type'] === 'boolean',
  words: (f) => f['enum'] !== undefined || f['const'] !== undefined,
  leaf: (f) => [f['type']].flat().includes('string'),
  both: (f) => ['zh', 'en'].every((key) => Object.keys((f['properties'] ?? {}) as Json).includes(key)),
};
const byId = new Map(allRoutes.map((contract) => [contract.id, contract]));
const columns = Object.entries(excelSheets).flatMap(([id, { columns: all }]) =>
  all.map((one) => [`${id} ${one.path}`, id, one] as const),
);

test('every list by pages has a sheet, or is named as one without', () => {
  const lists = allRoutes.filter(isPage).map((contract) => contract.id);
  expect(lists.length).toBeGreaterThan(40);
  expect(lists.filter((id) => excelSheets[id] === undefined).toSorted()).toEqual(listsWithoutWorkbook.toSorted());
  expect(Object.keys(excelSheets).filter((id) => !lists.includes(id))).toEqual([]);
});

test.each(columns)('%s shows a field of its kind that is there', (_name, id, one) => {
  const contract = byId.get(id)!;
  const { of, defs } = responseOf(contract);
  const items = (of['properties'] as Readonly<Record<string, Json>>)['items']!;
  for (const way of one.path.split('|')) {
    const fields = fieldsAt({ of: items['items'] as Json, defs }, way);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) expect([field, fits[one.kind](field)]).toEqual([field, true]);
  }
});

test.each(Object.entries(excelSheets))('%s is asked for pages that it gives, and its headings differ', (id, sheet) => {
  const given = byId.get(id)!.query.safeParse({ limit: String(sheet.pageSize) });
  // What else the query must hold is no matter here.
  const faults = given.success ? [] : given.error.issues.filter((issue) => issue.path[0] === 'limit');
  expect(faults).toEqual([]);
  for (const language of ['zh', 'en'] as const)
    expect(new Set(sheet.columns.map((one) => one[language])).size).toBe(sheet.columns.length);
});
