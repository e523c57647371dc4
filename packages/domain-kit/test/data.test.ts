import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  committeeStates,
  fundings,
  isCodeOf,
  isDay,
  isPeriod,
  needScopes,
  organisationKinds,
  priceModels,
  propertyStates,
  urgencies,
  type Period,
} from '../src';

interface Taxonomy {
  readonly groups: readonly { readonly leaves: readonly { readonly code: string; readonly coreService?: boolean }[] }[];
  readonly coreServices: readonly { readonly leaf: string | null; readonly status: string; readonly zh: string }[];
}
type Row = readonly [code: string, name: string, communities: readonly (readonly [string, string])[]];
interface Place {
  readonly zh: string;
  readonly centre: readonly [number, number];
  readonly tile: readonly [number, number];
}
interface City {
  readonly source: string;
  readonly sourceDate: string;
  readonly licence: string;
  readonly extractedOn: string;
  readonly districts: readonly (Place & { readonly code: string; readonly subdistricts: readonly Row[] })[];
  readonly managingDistricts: readonly (Place & { readonly subdistricts: readonly string[] })[];
}
interface Need {
  readonly categories: readonly string[];
  readonly components: readonly string[];
  readonly community: Readonly<
    Record<'district' | 'subdistrict' | 'compoundType' | 'propertyState' | 'committeeState', string>
  >;
  readonly funding: string;
  readonly eligibleKinds: readonly string[];
  readonly window: Period;
  readonly urgency: string;
}
interface Package {
  readonly categories: readonly string[];
  readonly provider: { readonly kind: string };
  readonly serviceArea: { readonly districts: readonly string[] };
  readonly price: { readonly model: string };
}

const folder = join(__dirname, '../../../data');
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const lines = (path: string) => text(path).trim().split('\n');

const taxonomy: Taxonomy = JSON.parse(text('taxonomy.json'));
const city: City = JSON.parse(text('places/chengdu.json'));
const needs = lines('sample-city/needs.jsonl').map((line): Need => JSON.parse(line));
const packages = lines('sample-city/packages.jsonl').map((line): Package => JSON.parse(line));
const leaves = new Set(taxonomy.groups.flatMap((group) => group.leaves.map((leaf) => leaf.code)));
const rows = city.districts.flatMap((district) => district.subdistricts);

describe('the taxonomy', () => {
  it('knows two core services and leaves three to be entered', () => {
    const known = taxonomy.coreServices.flatMap(({ leaf }) => leaf ?? []);
    const marked = taxonomy.groups.flatMap((group) =>
      group.leaves.filter((leaf) => leaf.coreService).map((leaf) => leaf.code),
    );
    expect(known).toEqual(marked);
    expect(taxonomy.coreServices.map(({ status }) => status)).toEqual(
      'known known to_be_entered to_be_entered to_be_entered'.split(' '),
    );
  });
});

describe('the places of Chengdu', () => {
  it('are complete, say where they come from, and stand under their codes', () => {
    expect(city.districts).toHaveLength(20);
    expect(rows).toHaveLength(261);
    expect(rows.flatMap((row) => row[2])).toHaveLength(3047);
    expect(isDay(city.sourceDate) && isDay(city.extractedOn) && city.source !== '' && city.licence !== '').toBe(true);
    const strays = city.districts.flatMap(({ code, subdistricts }) =>
      subdistricts.filter((row) => !row[0].startsWith(code)),
    );
    expect(strays).toEqual([]);
    expect(new Set(rows.flatMap((row) => row[2].map(([tail]) => row[0] + tail))).size).toBe(3047);
  });

  it('name each managed subdistrict once', () => {
    const managed = city.managingDistricts.flatMap((district) => district.subdistricts);
    expect(new Set(managed).size).toBe(managed.length);
    expect(managed.filter((code) => !rows.some((row) => row[0] === code))).toEqual([]);
  });

  it('stand on a tile each, and inside the city', () => {
    const places = [...city.districts, ...city.managingDistricts];
    expect(new Set(places.map(({ tile }) => tile.join())).size).toBe(places.length);
    const outside = places.filter(({ centre: [lng, lat] }) => lng < 102.9 || lng > 104.9 || lat < 30 || lat > 31.5);
    expect(outside).toEqual([]);
  });
});

describe('the sample city', () => {
  it('speaks in the codes of the vocabularies', () => {
    for (const need of needs) {
      expect(isCodeOf(needScopes, need.community.compoundType)).toBe(true);
      expect(isCodeOf(propertyStates, need.community.propertyState)).toBe(true);
      expect(isCodeOf(committeeStates, need.community.committeeState)).toBe(true);
      expect(isCodeOf(fundings, need.funding)).toBe(true);
      expect(isCodeOf(urgencies, need.urgency)).toBe(true);
      expect(isPeriod(need.window)).toBe(true);
      expect(need.eligibleKinds.every((kind) => isCodeOf(organisationKinds, kind))).toBe(true);
      expect([...need.categories, ...need.components].filter((leaf) => !leaves.has(leaf))).toEqual([]);
    }
    for (const { categories, provider, price } of packages) {
      expect(isCodeOf(organisationKinds, provider.kind)).toBe(true);
      expect(isCodeOf(priceModels, price.model)).toBe(true);
      expect(categories.filter((leaf) => !leaves.has(leaf))).toEqual([]);
    }
  });

  it('lies in Chengdu', () => {
    const names = new Map(rows.map((row) => [row[0], row[1]]));
    const known = new Set([
      ...city.districts.flatMap(({ zh, subdistricts }) => subdistricts.map((row) => `${zh} ${row[1]}`)),
      ...city.managingDistricts.flatMap(({ zh, subdistricts }) =>
        subdistricts.map((code) => `${zh} ${names.get(code)}`),
      ),
    ]);
    const districts = new Set([...city.districts, ...city.managingDistricts].map(({ zh }) => zh));
    const lost = needs
      .map(({ community }) => `${community.district} ${community.subdistrict}`)
      .filter((name) => !known.has(name));
    expect(lost).toEqual([]);
    expect(packages.flatMap((pack) => pack.serviceArea.districts).filter((name) => !districts.has(name))).toEqual([]);
  });
});

describe('the policies', () => {
  it('each have a source or say that they are to be entered, and name leaves and funds that exist', () => {
    for (const file of readdirSync(join(folder, 'policies'))) {
      const entries = entriesOf(JSON.parse(text(`policies/${file}`)));
      const named = entries.flatMap((entry) => entry.taxonomyLeaves ?? []);
      expect(named.filter((leaf) => !leaves.has(leaf))).toEqual([]);
      const funds = entries.flatMap((entry) => entry.funding ?? []);
      expect(funds.filter((fund) => !isCodeOf(fundings, fund))).toEqual([]);
      const unsourced = entries.filter((entry) => entry.source === null && entry.status !== 'to_be_entered');
      expect(unsourced).toEqual([]);
    }
  });
});

interface Entry {
  readonly taxonomyLeaves?: readonly string[];
  readonly funding?: string | readonly string[];
  readonly source?: string | null;
  readonly status?: string;
}

/** Every object in the tree, itself included. */
function entriesOf(tree: unknown): Entry[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap((child) => entriesOf(child));
  return Array.isArray(tree) ? below : [tree, ...below];
}
