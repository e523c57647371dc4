import type { EngineNeed } from '../src/engine-need';

/**
 * A need for tests: interim custody in 锦江区 with money and time.
 *
 * @param changes what is different
 * @returns the need
 */
export function aNeed(changes: Partial<EngineNeed> = {}): EngineNeed {
  return {
    id: 'need-1',
    title: '物业撤场了,求接管',
    description: '上一家物业跑路,电梯停了,要一家公司先托管几个月。',
    categories: [],
    components: [{ code: 'property.custody' }],
    place: { district: '锦江区', subdistrict: null, lng: 104.08, lat: 30.65 },
    compound: {
      type: 'commodity',
      households: 100,
      chargedAreaM2: null,
      propertyState: 'withdrawn',
      committeeState: null,
    },
    money: { kind: 'budget', minFen: 5_000_000, maxFen: 10_000_000 },
    funding: 'owners',
    eligibleKinds: [],
    requiredQualifications: [],
    window: { start: '2027-01-01', end: '2027-12-31' },
    urgency: 'normal',
    excludedOrganisationIds: [],
    ...changes,
  };
}
