import { callersOf } from './callers';
import { judge, pointsAt } from './judge';
import { namesNobodysObject, type Operation } from './operations';
import type { Schema } from './schema';
import type { World } from './world';

/** Asks an operation what it must refuse. @returns what was wrong with the refusals */
export type Check = (world: World, operation: Operation) => Promise<string[]>;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Unknown query values, and values of another kind. */
export const refusesOddQuery: Check = async (world, operation) => {
  const caller = world.callerOf(operation);
  const good = world.blind(operation);
  const ask = (query: Record<string, unknown>) =>
    world.ask(operation, { ...good, query: { ...good.query, ...query } }, caller);
  const trial = async (what: string, name: string, value: string): Promise<string[]> =>
    judge(what, await ask({ [name]: value }), [422], pointsAt(`?${name}`));
  const trials = [trial('unknown query value', 'unbekannt', '1')];
  for (const { name, schema } of operation.query) {
    const { type, enum: values, maxLength } = world.schemas.resolve(schema);
    if (type === 'integer' || type === 'number') trials.push(trial(`?${name}=much`, name, 'much'));
    if (values) trials.push(trial(`?${name}=nonsense`, name, 'nonsense'));
    if (maxLength !== undefined) trials.push(trial(`?${name} too long`, name, '长'.repeat(maxLength + 1)));
  }
  return (await Promise.all(trials)).flat();
};

/** Unknown fields, each field of every other type, and texts that are too long. */
export const refusesOddBody: Check = async (world, operation) => {
  const caller = world.callerOf(operation);
  const good = world.blind(operation);
  const { body } = good;
  if (!operation.body || !isMap(body)) return [];
  const ask = (fields: Record<string, unknown>) =>
    world.ask(operation, { ...good, body: { ...body, ...fields } }, caller);
  const trial = async (what: string, name: string, value: unknown): Promise<string[]> =>
    judge(what, await ask({ [name]: value }), [422], pointsAt(`/${name}`));
  const trials = [trial('unknown field', 'unbekannt', 1)];
  const fields: [string, Schema][] = Object.entries(world.schemas.resolve(operation.body).properties ?? {});
  for (const [name, schema] of fields) {
    // Beside a file every field is text.
    for (const wrong of operation.upload ? [] : world.sampler.wrong(schema))
      trials.push(trial(`${name} = ${JSON.stringify(wrong)}`, name, wrong));
    const { maxLength } = world.schemas.resolve(schema);
    if (maxLength !== undefined) trials.push(trial(`${name} too long`, name, '长'.repeat(maxLength + 1)));
  }
  return (await Promise.all(trials)).flat();
};

/** Content of another type, broken, too deep, too large. */
export const refusesUnreadable: Check = async (world, operation) => {
  if (operation.method === 'GET') return [];
  const caller = world.callerOf(operation);
  const good = world.blind(operation);
  const ask = (type: string, content: string) => world.ask(operation, { ...good, raw: { type, content } }, caller);
  const faults = judge('YAML', await ask('application/x-yaml', 'a: 1'), [415]);
  if (operation.upload)
    return [
      ...faults,
      ...judge('JSON in the place of a file', await ask('application/json', '{}'), [415]),
      ...judge('no parts', await ask('multipart/form-data; boundary=x', 'no part at all'), [400, 422]),
    ];
  const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;
  return [
    ...faults,
    ...judge('broken JSON', await ask('application/json', '{"a":'), [400]),
    ...judge('JSON that is no object', await ask('application/json', '7'), [400]),
    ...judge('another charset', await ask('application/json; charset=utf-16', '{}'), [400, 415]),
    ...judge('deep JSON', await ask('application/json', deep), [400]),
    ...judge('too much JSON', await ask('application/json', `{"a":"${'x'.repeat(300_000)}"}`), [413]),
  ];
};

/** Idempotency-Key on creations, If-Match on changes. */
export const wantsItsHeader: Check = async (world, operation) => {
  const caller = world.callerOf(operation);
  const good = world.blind(operation);
  if (operation.kind === 'create')
    return [
      ...judge(
        'no key',
        await world.ask(operation, { ...good, key: null }, caller),
        [400],
        (said) => said.code === 'header-missing',
      ),
      ...judge('a short key', await world.ask(operation, { ...good, key: 'short' }, caller), [400]),
    ];
  if (operation.kind === 'change')
    return [
      ...judge('no If-Match', await world.ask(operation, { ...good, ifMatch: null }, caller), [428]),
      ...judge('If-Match: *', await world.ask(operation, { ...good, ifMatch: '*' }, caller), [400]),
    ];
  return [];
};

/** Nobody signed in, and people whom the policy does not name. */
export const refusesStrangers: Check = async (world, operation) => {
  if (operation.open) return [];
  const good = world.blind(operation);
  const faults = judge('nobody', await world.ask(operation, good), [401]);
  const allowed = callersOf(operation.grants, world.callers);
  for (const stranger of world.callers.filter((one) => !allowed.includes(one)))
    faults.push(...judge(stranger.name, await world.ask(operation, good, stranger), [403]));
  return faults;
};

/**
 * Deals does not hear of drafts, so that it cannot tell one from nothing: neither has lots. The desk does not hear of
 * compounds, only of needs about them.
 */
const emptyOfNothing: ReadonlySet<string> = new Set(['listLotsOfNeed', 'listCompoundTimeline']);

/** Ids of nothing, and what is no id. */
export const findsNothing: Check = async (world, operation) => {
  if (operation.pathParameters.length === 0) return [];
  const caller = world.callerOf(operation);
  const good = world.blind(operation);
  const odd = Object.fromEntries(operation.pathParameters.map((p) => [p.name, "无 ' OR 1=1 --"]));
  const nothing = await world.ask(operation, good, caller);
  const isEmpty = nothing.status === 200 && JSON.stringify(nothing.body) === '{"items":[],"nextCursor":null}';
  return [
    ...((emptyOfNothing.has(operation.id) && isEmpty) || namesNobodysObject(operation)
      ? []
      : judge('an id of nothing', nothing, [404])),
    ...judge('no id', await world.ask(operation, { ...good, path: odd }, caller), [404]),
  ];
};
