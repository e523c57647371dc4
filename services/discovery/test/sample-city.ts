import type { NeedBody, OrganisationState, PackageBody, TaxonomyState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const data = resolve(__dirname, '../../../data');
const city = `${data}/sample-city`;
const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

interface SampleNeed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly categories: string[];
  readonly components: string[];
  readonly community: {
    readonly district: string;
    readonly subdistrict: string;
    readonly name: string;
    readonly compound: string | null;
    readonly lng: number;
    readonly lat: number;
  };
  readonly budget: { readonly min: number; readonly max: number };
  readonly funding: NeedBody['funding'];
  readonly urgency: NeedBody['urgency'];
}
interface SamplePackage {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly categories: string[];
  readonly provider: {
    readonly id: string;
    readonly name: string;
    readonly kind: OrganisationState['kind'];
    readonly district: string;
    readonly foundedYear: number;
    readonly qualifications: string[];
    readonly rating: { readonly mean: number | null; readonly count: number } | null;
    readonly completed: number;
  };
  readonly serviceArea: { readonly districts?: string[] };
  readonly price: { readonly model: PackageBody['price']['model']; readonly min: number; readonly max: number };
  readonly capacity: number;
  readonly leadTimeDays: number;
  readonly coreService: string | null;
}

export const anOrganisation = (over: Partial<OrganisationState> = {}): OrganisationState => ({
  id: newId(Date.now()),
  version: 1,
  kind: 'social_org',
  name: '示例社会服务中心',
  creditCode: null,
  businessScope: null,
  description: '',
  district: '锦江区',
  subdistrict: null,
  community: null,
  foundedYear: null,
  verification: 'verified',
  qualifications: [],
  grade: null,
  affiliations: [],
  importedAs: null,
  demo: true,
  ...over,
});
export const aPackage = (provider: OrganisationState, over: Partial<PackageBody> = {}): PackageBody => ({
  id: newId(Date.now()),
  version: 1,
  providerId: provider.id,
  providerName: provider.name,
  providerKind: provider.kind,
  state: 'published',
  title: '示例服务包',
  description: '',
  categories: ['facility.waste'],
  serviceArea: { districts: [], radius: null },
  price: { model: 'fixed', minFen: 1_000_000, maxFen: 2_000_000 },
  capacity: 1,
  leadTimeDays: 7,
  contactHours: null,
  coreService: null,
  trackRecord: { ratingMean: null, ratingCount: 0, completed: 0 },
  publishedAt: '2026-12-01T00:00:00.000Z',
  updatedAt: '2026-12-01T00:00:00.000Z',
  demo: true,
  ...over,
});
export const aNeed = (over: Partial<NeedBody> = {}): NeedBody => ({
  id: newId(Date.now()),
  version: 1,
  organisationId: newId(Date.now()),
  organisationName: '示例社区',
  state: 'responding',
  title: '示例需求',
  description: '',
  categories: ['facility.waste'],
  components: [],
  place: {
    district: '锦江区',
    subdistrict: null,
    community: null,
    compoundId: null,
    compound: null,
    compoundType: null,
    households: null,
    floorAreaM2: null,
    builtYear: null,
    propertyState: null,
    committeeState: null,
    lng: null,
    lat: null,
  },
  money: { kind: 'unknown' },
  funding: null,
  eligibleKinds: [],
  requiredQualifications: [],
  window: { start: null, end: null },
  urgency: 'normal',
  mode: 'direct',
  lots: [],
  excludedOrganisationIds: [],
  flaggedOrganisationIds: [],
  responsesDueAt: null,
  publishedAt: '2026-12-01T00:00:00.000Z',
  updatedAt: '2026-12-01T00:00:00.000Z',
  demo: true,
  ...over,
});

/** The taxonomy as offers would publish it. */
export function sampleTaxonomy(): TaxonomyState {
  const { groups } = JSON.parse(readFileSync(`${data}/taxonomy.json`, 'utf8')) as {
    groups: {
      code: string;
      zh: string;
      en: string;
      leaves: { code: string; zh: string; en: string; synonyms: string[]; coreService?: boolean }[];
    }[];
  };
  return {
    version: 1,
    groups: groups.map(({ code, zh, en, leaves }) => ({
      code,
      zh,
      en,
      leaves: leaves.map((leaf) => ({ ...leaf, coreService: leaf.coreService ?? false, retired: false })),
    })),
  };
}

/** The sample city as the services would publish it. @property ids the sample's id → ours */
export function sampleCity() {
  const ids = new Map<string, string>();
  const idOf = (external: string): string => {
    const known = ids.get(external) ?? newId(Date.now());
    ids.set(external, known);
    return known;
  };
  const samples = lines<SamplePackage>(`${city}/packages.jsonl`);
  const providers = new Map(
    samples.map(({ provider }) => [
      provider.id,
      anOrganisation({
        id: idOf(provider.id),
        kind: provider.kind,
        name: provider.name,
        district: provider.district,
        foundedYear: provider.foundedYear,
        qualifications: provider.qualifications.map((name) => ({ name, expiresOn: null })),
      }),
    ]),
  );
  const packages = samples.map((sample) =>
    aPackage(providers.get(sample.provider.id)!, {
      id: idOf(sample.id),
      title: sample.title,
      description: sample.description,
      categories: sample.categories,
      serviceArea: { districts: sample.serviceArea.districts ?? [], radius: null },
      price: { model: sample.price.model, minFen: sample.price.min * 100, maxFen: sample.price.max * 100 },
      capacity: sample.capacity,
      leadTimeDays: sample.leadTimeDays,
      coreService: sample.coreService,
      trackRecord: {
        ratingMean: sample.provider.rating?.mean ?? null,
        ratingCount: sample.provider.rating?.count ?? 0,
        completed: sample.provider.completed,
      },
    }),
  );
  const needs = lines<SampleNeed>(`${city}/needs.jsonl`).map((sample) => {
    const { community } = sample;
    return aNeed({
      id: idOf(sample.id),
      title: sample.title,
      description: sample.description,
      organisationName: community.name,
      categories: sample.categories,
      components: sample.components.map((code) => ({ code, source: 'given', confidence: 1, evidence: [] })),
      place: {
        ...aNeed().place,
        district: community.district,
        subdistrict: community.subdistrict,
        community: community.name,
        compound: community.compound,
        lng: community.lng,
        lat: community.lat,
      },
      money:
        sample.budget.max === 0
          ? { kind: 'none' }
          : { kind: 'range', minFen: sample.budget.min * 100, maxFen: sample.budget.max * 100 },
      funding: sample.funding,
      urgency: sample.urgency,
    });
  });
  return { providers: [...providers.values()], packages, needs, ids };
}

/** The judged queries. */
export const sampleQueries = (): { id: string; q: string; kind: 'need' | 'package' }[] =>
  readFileSync(`${city}/queries.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [id = '', q = '', kind = ''] = line.split('\t');
      return { id, q, kind: kind as 'need' | 'package' };
    });
export const queriesFile = `${city}/queries.tsv`;
