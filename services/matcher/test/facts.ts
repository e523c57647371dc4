import type { NeedBody, OrganisationState, PackageBody, TaxonomyState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = join(__dirname, '../../../data');
const aNewId = (): string => newId(Date.now());
const now = new Date().toISOString();

/** The city's taxonomy as an event carries it. */
export function theTaxonomy(version = 1): TaxonomyState {
  const { groups } = JSON.parse(readFileSync(join(data, 'taxonomy.json'), 'utf8')) as {
    groups: {
      code: string;
      zh: string;
      en: string;
      leaves: { code: string; zh: string; en: string; synonyms: string[] }[];
    }[];
  };
  return {
    version,
    groups: groups.map((group) => ({
      code: group.code,
      zh: group.zh,
      en: group.en,
      leaves: group.leaves.map(({ code, zh, en, synonyms }) => ({
        code,
        zh,
        en,
        synonyms,
        coreService: false,
        retired: false,
      })),
    })),
  };
}

export const aNeed = (facts: Partial<NeedBody> = {}): NeedBody => ({
  id: aNewId(),
  version: 1,
  organisationId: aNewId(),
  organisationName: '得胜南社区',
  state: 'published',
  title: '小区电梯老化，想请人维修',
  description: '三部电梯用了十八年，经常困人，想请有资质的单位检修。',
  categories: ['facility.elevator'],
  components: [{ code: 'facility.elevator', source: 'given', confidence: 1, evidence: [] }],
  place: {
    district: '锦江区',
    subdistrict: '牛市口街道',
    community: '得胜南社区',
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
  money: { kind: 'range', minFen: 1_000_000, maxFen: 8_000_000 },
  funding: 'owners',
  eligibleKinds: [],
  requiredQualifications: [],
  window: { start: null, end: null },
  urgency: 'normal',
  mode: 'direct',
  lots: [],
  excludedOrganisationIds: [],
  flaggedOrganisationIds: [],
  responsesDueAt: null,
  publishedAt: now,
  updatedAt: now,
  demo: false,
  ...facts,
});

export const aPackage = (facts: Partial<PackageBody> = {}): PackageBody => ({
  id: aNewId(),
  version: 1,
  providerId: aNewId(),
  providerName: '锦里电梯服务公司',
  providerKind: 'professional_firm',
  state: 'published',
  title: '电梯检修与更新',
  description: '老旧电梯检修、更换部件、困人救援，二十四小时响应。',
  categories: ['facility.elevator'],
  serviceArea: { districts: [], radius: null },
  price: { model: 'fixed', minFen: 2_000_000, maxFen: 5_000_000 },
  capacity: 5,
  leadTimeDays: 7,
  contactHours: null,
  coreService: null,
  trackRecord: { ratingMean: 4.5, ratingCount: 20, completed: 12 },
  publishedAt: now,
  updatedAt: now,
  demo: false,
  ...facts,
});

export const anOrganisation = (facts: Partial<OrganisationState> = {}): OrganisationState => ({
  id: aNewId(),
  version: 1,
  kind: 'professional_firm',
  name: '锦里电梯服务公司',
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
  demo: false,
  ...facts,
});

interface SampleNeed {
  readonly title: string;
  readonly description: string;
  readonly categories: string[];
  readonly components: string[];
  readonly community: {
    readonly district: string;
    readonly subdistrict: string;
    readonly name: string;
    readonly compoundType: NeedBody['place']['compoundType'];
    readonly households: number | null;
    readonly propertyState: NeedBody['place']['propertyState'];
    readonly lng: number;
    readonly lat: number;
  };
  readonly budget: { readonly min: number; readonly max: number };
  readonly funding: NeedBody['funding'];
  readonly eligibleKinds: NeedBody['eligibleKinds'];
  readonly requiredQualifications: string[];
  readonly window: { readonly start: string; readonly end: string };
  readonly urgency: NeedBody['urgency'];
}
interface SamplePackage {
  readonly title: string;
  readonly description: string;
  readonly categories: string[];
  readonly provider: {
    readonly id: string;
    readonly name: string;
    readonly kind: OrganisationState['kind'];
    readonly district: string;
    readonly qualifications: string[];
    readonly rating: { readonly mean: number | null; readonly count: number };
    readonly completed: number;
  };
  readonly serviceArea: { readonly districts: string[] };
  readonly price: { readonly model: PackageBody['price']['model']; readonly min: number; readonly max: number };
  readonly capacity: number;
  readonly leadTimeDays: number;
  readonly coreService: string | null;
}
const linesOf = <T>(file: string): T[] =>
  readFileSync(join(data, 'sample-city', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The sample city as the three publishing services would tell it. */
export function theSampleCity() {
  const providers = new Map<string, OrganisationState>();
  const packages = linesOf<SamplePackage>('packages.jsonl').map((sample) => {
    const { provider, price } = sample;
    const organisation =
      providers.get(provider.id) ??
      anOrganisation({
        kind: provider.kind,
        name: provider.name,
        district: provider.district,
        qualifications: provider.qualifications.map((name) => ({ name, expiresOn: null })),
      });
    providers.set(provider.id, organisation);
    return aPackage({
      providerId: organisation.id,
      providerName: provider.name,
      providerKind: provider.kind,
      title: sample.title,
      description: sample.description,
      categories: sample.categories,
      serviceArea: { districts: sample.serviceArea.districts, radius: null },
      price: { model: price.model, minFen: price.min * 100, maxFen: price.max * 100 },
      capacity: sample.capacity,
      leadTimeDays: sample.leadTimeDays,
      coreService: sample.coreService,
      trackRecord: {
        ratingMean: provider.rating.mean,
        ratingCount: provider.rating.count,
        completed: provider.completed,
      },
    });
  });
  const needs = linesOf<SampleNeed>('needs.jsonl').map((sample) => {
    const { community } = sample;
    const base = aNeed();
    return aNeed({
      title: sample.title,
      description: sample.description,
      categories: sample.categories,
      components: sample.components.map((code) => ({ code, source: 'given', confidence: 1, evidence: [] })),
      place: {
        ...base.place,
        district: community.district,
        subdistrict: community.subdistrict,
        community: community.name,
        compoundType: community.compoundType,
        households: community.households,
        propertyState: community.propertyState,
        lng: community.lng,
        lat: community.lat,
      },
      money: { kind: 'range', minFen: sample.budget.min * 100, maxFen: sample.budget.max * 100 },
      funding: sample.funding,
      eligibleKinds: sample.eligibleKinds,
      requiredQualifications: sample.requiredQualifications.map((name) => ({ name, component: null })),
      window: sample.window,
      urgency: sample.urgency,
    });
  });
  return { organisations: [...providers.values()], packages, needs };
}
