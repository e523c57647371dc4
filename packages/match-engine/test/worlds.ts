import * as fc from 'fast-check';
import type { EngineNeed } from '../src/engine-need';
import type { EnginePackage } from '../src/engine-package';
import { PRICE_MODELS, PROVIDER_KINDS } from '../src/vocabulary';
import { aNeed } from './a-need';
import { aPackage } from './a-package';
import { aTaxonomy } from './a-taxonomy';

const DISTRICTS = ['锦江区', '武侯区', '成华区'] as const;
const TEXTS = [
  '',
  '物业撤场临时托管',
  '加装电梯谈不拢',
  '充电棚',
  '律师看合同,不做调解',
  '议事会、培训',
  '垃圾',
  '独居老人上门',
  '残疾人日间照料',
] as const;
const NAMES = ['承装(修、试)电力设施许可', '社工师持证', '特种设备安装改造维修许可'] as const;
const codes = fc.constantFrom(...aTaxonomy().codes);
const fen = fc.constantFrom(0, 500_000, 5_000_000, 10_000_000, 90_000_000);

/** Packages of a random world: few different values, so that ties are heavy; ids are all different. */
export const somePackages: fc.Arbitrary<EnginePackage[]> = fc
  .array(
    fc.record({
      providerId: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom(...TEXTS),
      description: fc.constantFrom(...TEXTS),
      categories: fc.uniqueArray(codes, { maxLength: 3 }),
      kind: fc.constantFrom(...PROVIDER_KINDS),
      district: fc.constantFrom(null, ...DISTRICTS),
      qualifications: fc.array(
        fc.record({ name: fc.constantFrom(...NAMES), expires: fc.constantFrom(null, '2027-06-30') }),
        { maxLength: 2 },
      ),
      businessScope: fc.constantFrom(null, '物业管理;电梯安装', '法律服务'),
      rating: fc.constantFrom({ mean: null, count: 0 }, { mean: 4.5, count: 20 }, { mean: 2.2, count: 30 }),
      verified: fc.constantFrom(true, true, false),
      published: fc.constantFrom(true, true, false),
      serviceArea: fc.oneof(
        fc.record({
          kind: fc.constant('districts' as const),
          districts: fc.uniqueArray(fc.constantFrom(...DISTRICTS), { maxLength: 2 }),
        }),
        fc.constant({ kind: 'radius' as const, lng: 104.08, lat: 30.65, km: 5 }),
      ),
      price: fc.record({ model: fc.constantFrom(...PRICE_MODELS), minFen: fen, maxFen: fen }),
      capacityUsed: fc.constantFrom(0, 0, 3),
      leadTimeDays: fc.constantFrom(1, 5, 60),
      updatedAt: fc.constantFrom(null, '2026-06-01'),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, i) => aPackage({ ...row, id: `p${i}` })));

/** Needs of a random world. */
export const someNeed: fc.Arbitrary<EngineNeed> = fc
  .record({
    id: fc.constantFrom('n1', 'n2', 'n3'),
    title: fc.constantFrom(...TEXTS),
    description: fc.constantFrom(...TEXTS),
    categories: fc.uniqueArray(codes, { maxLength: 1 }),
    components: fc.uniqueArray(codes, { maxLength: 3 }).map((list) => list.map((code) => ({ code }))),
    place: fc.record({
      district: fc.constantFrom(null, '郊县', ...DISTRICTS),
      subdistrict: fc.constant(null),
      lng: fc.constantFrom(null, 104.08, 104.5),
      lat: fc.constantFrom(null, 30.65),
    }),
    money: fc.oneof(
      fc.constant({ kind: 'budget' as const, minFen: 0, maxFen: 0 }),
      fc.constant({ kind: 'budget' as const, minFen: null, maxFen: null }),
      fc.constant({ kind: 'budget' as const, minFen: 4_000_000, maxFen: 8_000_000 }),
      fc.constant({ kind: 'fixed_sum' as const, sumFen: 5_000_000 }),
    ),
    funding: fc.constantFrom('owners' as const, 'special_fund' as const, 'none' as const),
    eligibleKinds: fc.constantFrom([], [], ['property_firm' as const, 'social_org' as const]),
    requiredQualifications: fc.array(
      fc.record({ name: fc.constantFrom(...NAMES), component: fc.constantFrom(null, 'facility.charging') }),
      { maxLength: 1 },
    ),
    window: fc.constantFrom(null, { start: '2026-12-10', end: '2027-12-31' }),
    urgency: fc.constantFrom('normal' as const, 'emergency' as const),
    excludedOrganisationIds: fc.constantFrom([], ['a']),
  })
  .map((changes) => aNeed(changes));

/** Packages of a crowded world: nearly all may be suggested, a handful of different ones, so that most scores are equal. */
export const crowdedPackages: fc.Arbitrary<EnginePackage[]> = fc
  .array(
    fc.record({
      title: fc.constantFrom('物业撤场临时托管', '加装电梯谈不拢', '议事会、培训'),
      categories: fc.subarray(
        ['property.custody', 'property.introduce', 'facility.elevator', 'governance.deliberation'],
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
      rating: fc.constantFrom({ mean: 4.5, count: 20 }, { mean: 2.2, count: 30 }),
      serviceArea: fc
        .constantFrom([], ['锦江区'], ['锦江区', '武侯区'])
        .map((districts) => ({ kind: 'districts' as const, districts })),
      price: fc.constantFrom(
        { model: 'fixed' as const, minFen: 5_000_000, maxFen: 9_000_000 },
        { model: 'fixed' as const, minFen: 11_000_000, maxFen: 12_000_000 },
      ),
      capacityUsed: fc.constantFrom(0, 0, 0, 3),
    }),
    { minLength: 10, maxLength: 80 },
  )
  .map((rows) => rows.map((row, i) => aPackage({ ...row, id: `p${i}` })));

/** Needs of a crowded world. */
export const crowdedNeed: fc.Arbitrary<EngineNeed> = fc
  .record({
    id: fc.constantFrom('n1', 'n2', 'n3'),
    title: fc.constantFrom('物业撤场', '加装电梯谈不拢', ''),
    components: fc
      .subarray(['property.custody', 'facility.elevator', 'governance.deliberation'], { minLength: 1 })
      .map((list) => list.map((code) => ({ code }))),
    place: fc
      .constantFrom('锦江区', '武侯区', null)
      .map((district) => ({ district, subdistrict: null, lng: null, lat: null })),
  })
  .map((changes) => aNeed(changes));
