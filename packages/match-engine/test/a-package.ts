import type { EnginePackage } from '../src/engine-package';

/**
 * A package for tests: interim custody in the whole city, well rated and free.
 *
 * @param changes what is different
 * @returns the package
 */
export function aPackage(changes: Partial<EnginePackage> = {}): EnginePackage {
  return {
    id: 'package-1',
    providerId: 'provider-1',
    title: '物业应急托管',
    description: '原物业撤场、跑路后先顶上,保电梯、水泵、垃圾不断。',
    categories: ['property.custody'],
    kind: 'property_firm',
    district: '锦江区',
    qualifications: [],
    businessScope: null,
    rating: { mean: 4.5, count: 20 },
    completed: 20,
    verified: true,
    published: true,
    serviceArea: { kind: 'districts', districts: [] },
    price: { model: 'fixed', minFen: 6_000_000, maxFen: 9_000_000 },
    capacity: 3,
    capacityUsed: 1,
    leadTimeDays: 5,
    coreService: null,
    updatedAt: null,
    ...changes,
  };
}
