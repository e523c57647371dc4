import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';

const aNewId = (): string => newId(Date.now());

/** An organisation as an event carries it: a verified property firm unless told otherwise. */
export const anOrganisationState = (facts: Partial<OrganisationState> = {}): OrganisationState => ({
  id: aNewId(),
  version: 1,
  kind: 'property_firm',
  name: '锦江物业服务有限公司',
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

/** A published package as an event carries it. */
export const aPackageBody = (facts: Partial<PackageBody> = {}): PackageBody => {
  const now = new Date().toISOString();
  return {
    id: aNewId(),
    version: 1,
    providerId: aNewId(),
    providerName: '锦江物业服务有限公司',
    providerKind: 'property_firm',
    state: 'published',
    title: '应急物业托管',
    description: '四十八小时内进场，门岗、保洁、电梯先恢复。',
    categories: ['property.custody'],
    serviceArea: { districts: [], radius: null },
    price: { model: 'fixed', minFen: 8_000_000, maxFen: 15_000_000 },
    capacity: 3,
    leadTimeDays: 2,
    contactHours: null,
    coreService: null,
    trackRecord: { ratingMean: null, ratingCount: 0, completed: 0 },
    publishedAt: now,
    updatedAt: now,
    demo: false,
    ...facts,
  };
};

/** A need that takes responses, as an event carries it: mode `direct`, one lot with its one component. */
export const aNeedBody = (facts: Partial<NeedBody> = {}): NeedBody => {
  const now = new Date().toISOString();
  return {
    id: aNewId(),
    version: 1,
    organisationId: aNewId(),
    organisationName: '得胜南社区',
    state: 'responding',
    title: '物业撤走，想请一家公司接管几个月',
    description: '物业连夜撤走了，电梯停运，垃圾没人收。',
    categories: ['property.custody'],
    components: [{ code: 'property.custody', source: 'given', confidence: 1, evidence: [] }],
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
    money: { kind: 'range', minFen: 9_000_000, maxFen: 20_000_000 },
    funding: 'owners',
    eligibleKinds: [],
    requiredQualifications: [],
    window: { start: null, end: null },
    urgency: 'normal',
    mode: 'direct',
    terms: { sealed: false, leastResponses: 0, noticeDays: 0, evaluation: 'choice' },
    lots: [{ id: aNewId(), title: '全部', components: ['property.custody'] }],
    excludedOrganisationIds: [],
    flaggedOrganisationIds: [],
    responsesDueAt: null,
    publishedAt: now,
    updatedAt: now,
    demo: false,
    ...facts,
  };
};
