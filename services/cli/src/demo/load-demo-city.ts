import type { Client } from '@duijie/api-client';
import { daysBetween, dayOf } from '@duijie/domain-kit';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Credentials } from '../connection/sign-in';
import { readDataSet } from '../data-set/data-set';
import { compoundRows, needRows, organisationRows, packageRows } from '../data-set/import-rows';
import { idsOf, loadRows, requireWhole, type IdMap, type LoadedRows } from '../data-set/load-set';
import { untilMatched } from '../data-set/settle';
import { untilSearchable } from '../data-set/until-searchable';
import { repositoryRoot } from '../repository-root';
import type { Voice } from '../terminal/voice';
import { signDemoContracts } from './demo-contracts';
import { enterDemoTemplates } from './demo-templates';
import { playDemoDeals, type BegunStories, type DealCounts } from './play-demo-deals';
import type { Cast } from './stage';
import { makeSignIn, type DemoRole, type SignIn } from './sign-ins';

/** The day that the sample city was judged at; its dates are moved so that this is today. */
const judgedOn = '2026-12-01';
const source = 'sample-city';

/** What was loaded, as kept in the state folder and told in the account. */
export interface DemoCity {
  readonly loadedAt: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly durationsMs: Readonly<Record<string, number>>;
  /** External id → id. */
  readonly needs: Readonly<Record<string, string>>;
  /** Both are absent in a city that a version without deals loaded. */
  readonly organisations?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, string>>;
  /** Absent until the deals have been played. */
  readonly deals?: DealCounts;
}
const cityFile = (stateDir: string): string => join(stateDir, 'demo-city.json');
/** `.local/sign-ins.json` beside `.local/state`; in any other state folder within it. */
const signInsFile = (stateDir: string): string =>
  join(basename(dirname(resolve(stateDir))) === '.local' ? dirname(resolve(stateDir)) : stateDir, 'sign-ins.json');

/** @returns the city that an earlier start loaded, or null */
export const loadedCity = (stateDir: string): DemoCity | null =>
  existsSync(cityFile(stateDir)) ? (JSON.parse(readFileSync(cityFile(stateDir), 'utf8')) as DemoCity) : null;

function keepCity(stateDir: string, city: DemoCity): void {
  writeFileSync(cityFile(stateDir), `${JSON.stringify(city, null, 2)}\n`, { mode: 0o600 });
}

function begunStories(stateDir: string): BegunStories {
  const file = join(stateDir, 'demo-stories.json');
  const names = new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
  return {
    has: (name) => names.has(name),
    add(name) {
      names.add(name);
      writeFileSync(file, `${JSON.stringify([...names])}\n`, { mode: 0o600 });
    },
  };
}

/** Plays the deals of a loaded city, once; one that an earlier version loaded stays as it is. @param hands clients of communities, for whom the association acts by phone, and of providers, who act themselves */
export async function dealInDemoCity(
  client: Client,
  hands: Pick<Cast, 'onBehalfOf' | 'memberOf'>,
  stateDir: string,
  city: DemoCity,
  voice: Voice,
): Promise<DemoCity> {
  if (city.deals || !city.organisations || !city.packages) return city;
  const set = readDataSet(join(repositoryRoot, 'data/sample-city'));
  const organisations = new Map(Object.entries(city.organisations));
  const packages = new Map(Object.entries(city.packages));
  const begun = Date.now();
  const deals = await playDemoDeals(
    {
      association: client,
      ...hands,
      organisations,
      packages: new Map(
        set.packages.map(({ id, provider }) => [
          id,
          { id: packages.get(id) ?? '', providerId: organisations.get(provider.id) ?? '' },
        ]),
      ),
      needs: new Map(
        set.needs.map(({ id, community: { district, subdistrict, name } }) => [
          id,
          { id: city.needs[id] ?? '', posterId: organisations.get(`${district}/${subdistrict}/${name}`) ?? '' },
        ]),
      ),
      today: dayOf(new Date()),
    },
    begunStories(stateDir),
    voice,
  );
  // Packages are taken up and rated now: their matches follow.
  await untilMatched(client, voice, 0, set.packages.length);
  voice.settled();
  if (!deals) return city;
  const dealt: DemoCity = { ...city, deals, durationsMs: { ...city.durationsMs, deals: Date.now() - begun } };
  keepCity(stateDir, dealt);
  return dealt;
}

export const readSignIns = (stateDir: string): SignIn[] =>
  JSON.parse(readFileSync(signInsFile(stateDir), 'utf8')) as SignIn[];

/**
 * Loads the sample city by the product's own import, waits until all is matched and found, and makes a sign-in a role.
 * May be repeated after a failure: rows that are there already stay as they are.
 */
export async function loadDemoCity(client: Client, baseUrl: string, stateDir: string, voice: Voice): Promise<DemoCity> {
  const set = readDataSet(join(repositoryRoot, 'data/sample-city'));
  const options = { demo: true, shiftDays: daysBetween(judgedOn, dayOf(new Date())) };
  const ids: Record<string, IdMap> = {};
  const loaded: LoadedRows[] = [];
  const load = async (kind: LoadedRows['kind'], rows: readonly unknown[]): Promise<void> => {
    const done = await loadRows(client, voice, kind, rows, source);
    requireWhole(voice, done);
    loaded.push(done);
    ids[kind] = await idsOf(client, done);
  };
  const [shown] = set.needs.filter((need) => need.community.propertyState === 'withdrawn');
  const place = (shown ?? set.needs[0])?.community;
  const firm = set.packages.find((p) => p.provider.kind === 'property_firm')?.provider;
  const association = set.packages.find((p) => p.provider.kind === 'association')?.provider;
  if (!place || !firm || !association)
    throw new Error('The sample city lacks a community, a property firm or the association');
  const subdistrict = `${place.district}/${place.subdistrict}`;
  await load('organisations', [
    ...organisationRows(set, options),
    {
      id: subdistrict,
      name: `${place.subdistrict}办事处`,
      kind: 'subdistrict',
      district: place.district,
      subdistrict: place.subdistrict,
      verification: 'verified',
      demo: true,
    },
  ]);
  const compounds = compoundRows(set, options);
  await load('compounds', compounds);
  await signDemoContracts(
    client,
    ids['organisations']?.get(firm.id) ?? '',
    compounds
      .filter(({ propertyState }) => propertyState === 'managed')
      .flatMap(({ id }) => ids['compounds']?.get(String(id)) ?? []),
    dayOf(new Date()),
  );
  await load('packages', packageRows(set, options));
  await enterDemoTemplates(client);
  await load('needs', needRows(set, options));
  const begun = Date.now();
  await untilMatched(client, voice, set.needs.length, set.packages.length);
  const matched = Date.now();
  await untilSearchable(client, voice, { need: set.needs.length, package: set.packages.length });
  const indexed = Date.now();

  const organisation = (externalId: string): string => ids['organisations']?.get(externalId) ?? '';
  const roles: readonly DemoRole[] = [
    {
      role: 'community',
      name: '演示·社区工作者',
      memberRole: 'owner',
      organisationId: organisation(`${subdistrict}/${place.name}`),
    },
    { role: 'provider', name: '演示·物业经理', memberRole: 'owner', organisationId: organisation(firm.id) },
    { role: 'broker', name: '演示·协会撮合员', memberRole: 'broker', organisationId: organisation(association.id) },
    { role: 'officer', name: '演示·街道干部', memberRole: 'officer', organisationId: organisation(subdistrict) },
  ];
  const administrator = JSON.parse(readFileSync(join(stateDir, 'administrator.json'), 'utf8')) as Credentials;
  // Written one by one: a load that was broken off goes on with those that are missing.
  const signIns: SignIn[] = existsSync(signInsFile(stateDir)) ? readSignIns(stateDir) : [];
  const keep = (signIn: SignIn): void => {
    signIns.push(signIn);
    writeFileSync(signInsFile(stateDir), `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  };
  for (const role of roles)
    if (!signIns.some((known) => known.role === role.role)) keep(await makeSignIn(client, baseUrl, role));
  if (!signIns.some((known) => known.role === 'administrator'))
    keep({ role: 'administrator', ...administrator, organisation: '物业管理协会' });

  const city: DemoCity = {
    loadedAt: new Date().toISOString(),
    counts: Object.fromEntries(loaded.map(({ kind, report }) => [kind, report.view.rows])),
    durationsMs: {
      ...Object.fromEntries(loaded.map(({ kind, ms }) => [kind, ms])),
      matching: matched - begun,
      indexing: indexed - matched,
    },
    needs: Object.fromEntries(ids['needs'] ?? []),
    organisations: Object.fromEntries(ids['organisations'] ?? []),
    packages: Object.fromEntries(ids['packages'] ?? []),
  };
  keepCity(stateDir, city);
  voice.settled();
  return city;
}
