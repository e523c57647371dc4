import { allRoutes, excelSheets, type RouteContract } from '@duijie/contracts';
import { isCodeOf } from '@duijie/domain-kit';
import { z } from 'zod';
import { wordsOf } from './words-of';

type Json = Readonly<Record<string, unknown>>;
/** Every code that a schema allows at a path. */
function codesAt(contract: RouteContract, path: string): string[] {
  const root = z.toJSONSchema(contract.response, { io: 'output', unrepresentable: 'any' }) as Json;
  const defs = (root['$defs'] ?? {}) as Readonly<Record<string, Json>>;
  const flat = (of: Json): Json[] => {
    if (typeof of['$ref'] === 'string') return flat(defs[of['$ref'].split('/').at(-1) ?? ''] ?? {});
    const branches = (of['anyOf'] ?? of['oneOf']) as Json[] | undefined;
    return branches ? branches.flatMap(flat) : [of];
  };
  const inside = (of: Json, name: string): Json[] => {
    const found = (of['properties'] as Readonly<Record<string, Json>> | undefined)?.[name];
    return found ? flat(found) : [];
  };
  let found = inside(root, 'items').map((of) => of['items'] as Json);
  for (const step of path.split('.')) {
    const name = step.replace(/\[\]$/, '');
    const fields = found.flatMap(flat).flatMap((of) => inside(of, name));
    found = step === name ? fields : fields.map((of) => of['items'] as Json);
  }
  return found
    .flatMap(flat)
    .flatMap((of) => (of['enum'] ?? [of['const']]) as string[])
    .filter((code) => code !== undefined);
}

const byId = new Map(allRoutes.map((contract) => [contract.id, contract]));
const cases = Object.entries(excelSheets).flatMap(([id, { columns }]) =>
  columns.flatMap((one) => (one.words === undefined ? [] : [[`${id} ${one.path}`, id, one.path, one.words] as const])),
);

test.each(cases)('%s has words for every code', (_name, id, path, words) => {
  const codes = codesAt(byId.get(id)!, path);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !isCodeOf(wordsOf(words), code))).toEqual([]);
});
