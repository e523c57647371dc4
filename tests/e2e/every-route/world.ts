import {
  addAffiliation,
  createInvitation,
  createOrganisation,
  getMe,
  inviteCommunity,
  issuePasswordReset,
  listCommunities,
  listDistricts,
  listSubdistricts,
  previewInvitation,
  redeemPasswordReset,
  type OrganisationKind,
} from '@duijie/contracts';
import { createClient } from '@duijie/api-client';
import { creditCodeCheckDigit } from '@duijie/domain-kit';
import { randomUUID } from 'node:crypto';
import { acceptAsNewcomer, administratorOf, aMemberOf, type Newcomer } from '../people';
import { adminStages } from './admin-stages';
import { callersOf, headersOf, type Caller } from './callers';
import { agreementStages } from './agreement-stages';
import { awardStages } from './award-stages';
import { deskStages } from './desk-stages';
import { createHarvest, type Harvest } from './harvest';
import { identityStages } from './identity-stages';
import { importStages } from './import-stages';
import { learningStages } from './learning-stages';
import { marketStages } from './market-stages';
import { namedSchemas, operations, type Operation } from './operations';
import { createSampler, type Sampler } from './sampler';
import { createSchemas, type Schema, type Schemas } from './schema';
import { send, type Draft, type Reply } from './send';
import { roundStages } from './round-stages';
import type { Stages } from './stage';
import { createTrade } from './trade';

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
  /** A community, a provider, the administrator, an officer of the community's subdistrict. */
  readonly callers: readonly Caller[];
  /** Another community, another provider. */
  readonly others: readonly Caller[];
  /** What operations find that nothing in the walk leads to. */
  readonly stages: Stages;
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

  const aCommunity = async (at: number): Promise<Newcomer> => {
    const communityCode = communities.items[at]?.code ?? '';
    const { code } = await client.call(inviteCommunity, { params: { communityCode }, body: {} });
    await createClient({ baseUrl: url }).call(previewInvitation, { body: { secret: code } });
    return acceptAsNewcomer(url, code);
  };
  const aMember = (kind: OrganisationKind, name: string): Promise<Newcomer> =>
    aMemberOf(url, client, kind, name, district?.name ?? '');
  const { actingFor } = await client.call(getMe);
  const administrator = { ...signedIn, organisationId: actingFor?.organisationId ?? '' };
  const aColleague = async (): Promise<Newcomer> => {
    const { organisationId } = administrator;
    const { code } = await client.call(createInvitation, { params: { organisationId }, body: { role: 'broker' } });
    return acceptAsNewcomer(url, code);
  };
  const anOfficer = async (): Promise<Newcomer> => {
    const { id: organisationId } = await client.call(createOrganisation, {
      body: {
        kind: 'subdistrict',
        name: `${subdistrict?.name}办事处`,
        district: district?.name ?? '',
        subdistrict: subdistrict?.name ?? '',
        join: false,
      },
    });
    const { code } = await client.call(createInvitation, { params: { organisationId }, body: { role: 'officer' } });
    return acceptAsNewcomer(url, code);
  };
  const community = await aCommunity(0);
  const provider = await aMember('property_firm', '接口试验物业有限公司');
  const officer = await anOfficer();
  const neighbour = await aCommunity(1);
  const another = await aMember('property_firm', '另一家试验物业有限公司');
  const asCaller = (
    name: string,
    kind: OrganisationKind,
    role: Caller['role'],
    one: Omit<Newcomer, 'personId' | 'login' | 'password'>,
  ): Caller => ({
    name,
    kind,
    role,
    organisationId: one.organisationId,
    signedIn: one,
  });
  const callers: Caller[] = [
    asCaller('community', 'community', 'owner', community),
    asCaller('provider', 'property_firm', 'owner', provider),
    asCaller('administrator', 'association', 'administrator', administrator),
    asCaller('officer', 'subdistrict', 'officer', officer),
  ];
  const others = [
    asCaller('community', 'community', 'owner', neighbour),
    asCaller('provider', 'property_firm', 'owner', another),
  ];
  const founder = await aMember('property_firm', '出资试验物业有限公司');
  const partner = await aMember('social_org', '受资试验社工中心');
  await client.call(addAffiliation, {
    params: { organisationId: founder.organisationId },
    body: { type: 'sponsors', direction: 'outgoing', organisationId: partner.organisationId },
  });
  const forgetful = await aColleague();
  const reset = await client.call(issuePasswordReset, { params: { personId: forgetful.personId } });
  await createClient({ baseUrl: url }).call(redeemPasswordReset, {
    body: { login: reset.login, code: reset.code, password: `again-${forgetful.password}` },
  });
  let newcomers = 0;
  const trade = await createTrade({
    administrator,
    colleague: await aColleague(),
    leaver: forgetful,
    community,
    communityName: (await community.client.call(getMe)).actingFor?.organisationName ?? '',
    neighbour,
    provider,
    rival: await aMember('property_firm', '竞争试验物业有限公司'),
    partner,
    founder,
    officer,
    place: { district: district?.name ?? '', districtCode: district?.code ?? '' },
    newcomer: () => aMember('property_firm', `新来试验物业有限公司${(newcomers += 1)}`),
  });
  harvest.put('district', district?.name ?? '');
  harvest.put('districtCode', district?.code ?? '');
  harvest.put('subdistrictCode', subdistrict?.code ?? '');
  harvest.put('subdistrict', subdistrict?.name ?? '');
  harvest.put('community', communities.items[5]?.name ?? '');
  harvest.put('communityCode', communities.items[5]?.code ?? '');

  let asked = 0;
  const draftOf = (operation: Operation, filling: Filling, idOf: (schema: Schema, name: string) => unknown): Draft => ({
    path: Object.fromEntries(
      // A choice is no id: there is nothing to know of it.
      operation.pathParameters.map((p) => [
        p.name,
        String((p.schema.enum?.[0] ?? idOf(p.schema, p.name)) as string | number),
      ]),
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
    stages: {
      ...marketStages(trade),
      ...learningStages(trade),
      ...awardStages(trade),
      ...agreementStages(trade),
      ...deskStages(trade),
      ...identityStages(trade, url),
      ...importStages(trade),
      ...roundStages(trade),
      ...adminStages(trade, system.environment),
    },
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
