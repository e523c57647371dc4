import { getMe, inviteCommunity, listCommunities, listDistricts, listSubdistricts } from '@duijie/contracts';
import { creditCodeCheckDigit } from '@duijie/domain-kit';
import { randomUUID } from 'node:crypto';
import { acceptAsNewcomer, administratorOf, aMemberOf } from '../people';
import { callersOf, headersOf, type Caller } from './callers';
import { createHarvest, type Harvest } from './harvest';
import { namedSchemas, operations, type Operation } from './operations';
import { createSampler, type Sampler } from './sampler';
import { createSchemas, type Schema, type Schemas } from './schema';
import { send, type Draft, type Reply } from './send';

/** How much of a body is filled in, and which of the alternatives. */
export interface Filling {
  readonly full: boolean;
  readonly turn: number;
}

/** A running system with people of every side in it, and how to ask it. */
export interface World {
  readonly schemas: Schemas;
  readonly sampler: Sampler;
  readonly harvest: Harvest;
  /** A community, a provider, the administrator. */
  readonly callers: readonly Caller[];
  /** Another community, another provider. */
  readonly others: readonly Caller[];
  /** Requests so far. */
  readonly asked: () => number;
  ask(operation: Operation, draft: Draft, caller?: Caller): Promise<Reply>;
  /** Somebody whom the policy lets to the operation. */
  callerOf(operation: Operation): Caller | undefined;
  /** A request that fits the document, to an object that is not there. */
  blind(operation: Operation): Draft;
  /** A request that fits the document, to an object that is there if one is known. */
  seeing(operation: Operation, filling: Filling): Draft;
}

const nowhere = [randomUUID(), 'nosuch.leaf', '999999', '999999999', '999999999999', 9999];
/** Fields whose name says what they hold, where the sample would not guess it. */
const creditCodeBody = '91510104MA6CTE2T0';
const spoken: Readonly<Record<string, unknown>> = {
  categories: 'property.custody',
  components: 'property.custody',
  creditCode: `${creditCodeBody}${creditCodeCheckDigit(creditCodeBody)}`,
};

/** @param system fresh, with the administrator of the first start */
export async function createWorld(system: {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<World> {
  const { url } = system;
  const harvest = createHarvest(operations);
  const schemas = createSchemas(namedSchemas);
  const sampler = createSampler(schemas, (name) => spoken[name] ?? harvest.latest(name));
  const signedIn = await administratorOf(system);
  const { client } = signedIn;
  const { items: districts } = await client.call(listDistricts);
  const district = districts.find((one) => !one.managing);
  const subdistricts = await client.call(listSubdistricts, { params: { districtCode: district?.code ?? '' } });
  const subdistrict = subdistricts.items[0];
  const communities = await client.call(listCommunities, { params: { subdistrictCode: subdistrict?.code ?? '' } });

  const aCommunity = async (at: number): Promise<Caller> => {
    const communityCode = communities.items[at]?.code ?? '';
    const { code } = await client.call(inviteCommunity, { params: { communityCode }, body: {} });
    const one = await acceptAsNewcomer(url, code);
    return { name: 'community', kind: 'community', role: 'owner', organisationId: one.organisationId, signedIn: one };
  };
  const aProvider = async (name: string): Promise<Caller> => {
    const one = await aMemberOf(url, client, 'property_firm', name, district?.name ?? '');
    return {
      name: 'provider',
      kind: 'property_firm',
      role: 'owner',
      organisationId: one.organisationId,
      signedIn: one,
    };
  };
  const association = (await client.call(getMe)).actingFor?.organisationId ?? '';
  const callers: Caller[] = [
    await aCommunity(0),
    await aProvider('接口试验物业有限公司'),
    { name: 'administrator', kind: 'association', role: 'administrator', organisationId: association, signedIn },
  ];
  const others = [await aCommunity(1), await aProvider('另一家试验物业有限公司')];
  harvest.put('district', district?.name ?? '');
  harvest.put('districtCode', district?.code ?? '');
  harvest.put('subdistrictCode', subdistrict?.code ?? '');
  harvest.put('subdistrict', subdistrict?.name ?? '');
  harvest.put('community', communities.items[5]?.name ?? '');
  harvest.put('communityCode', communities.items[5]?.code ?? '');

  let asked = 0;
  const draftOf = (operation: Operation, filling: Filling, idOf: (schema: Schema, name: string) => unknown): Draft => ({
    path: Object.fromEntries(
      operation.pathParameters.map((p) => [p.name, String(idOf(p.schema, p.name) as string | number)]),
    ),
    query: Object.fromEntries(
      operation.query.filter((p) => p.required).map((p) => [p.name, sampler.sample(p.schema, filling, p.name)]),
    ),
    ...(operation.body ? { body: sampler.sample(operation.body, filling) } : {}),
  });
  return {
    schemas,
    sampler,
    harvest,
    callers,
    others,
    asked: () => asked,
    ask(operation, draft, caller) {
      asked += 1;
      return send(url, operation, draft, headersOf(caller, url));
    },
    callerOf: (operation) => callersOf(operation.grants, callers)[0],
    blind: (operation) =>
      draftOf(operation, { full: false, turn: 0 }, (schema) => nowhere.find((id) => schemas.fits(schema, id))),
    seeing: (operation, filling) =>
      draftOf(
        operation,
        filling,
        (schema, name) => harvest.latestIn(operation, name) ?? sampler.sample(schema, filling, name),
      ),
  };
}
