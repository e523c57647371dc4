import type { OrganisationKind, PackageBody } from '@duijie/contracts';
import type { Fault } from '@duijie/service-kit';
import { findLeaf, isCoreService, type Taxonomy } from '../taxonomy/taxonomy';
import { priceFaults } from './price-faults';

/** What a provider enters of a package. */
export type PackageContent = Pick<
  PackageBody,
  | 'title'
  | 'description'
  | 'categories'
  | 'serviceArea'
  | 'price'
  | 'capacity'
  | 'leadTimeDays'
  | 'contactHours'
  | 'coreService'
>;
interface Surroundings {
  readonly taxonomy: Taxonomy;
  readonly providerKind: OrganisationKind;
  /** Names of districts that there are. */
  readonly districts: ReadonlySet<string>;
  /** Leaves that the package named before; they may be retired by now. */
  readonly before: readonly string[];
}

function categoryFaults(categories: readonly string[], { taxonomy, before }: Surroundings): Fault[] {
  return categories.flatMap((code, i): Fault[] => {
    const pointer = `/categories/${i}`;
    const leaf = findLeaf(taxonomy, code);
    if (!leaf) return [{ pointer, detail: { zh: '没有这个服务类目', en: 'There is no such leaf' } }];
    if (leaf.retired && !before.includes(code))
      return [{ pointer, detail: { zh: `“${leaf.zh}”已停用`, en: `“${leaf.en}” is retired` } }];
    return categories.indexOf(code) === i
      ? []
      : [{ pointer, detail: { zh: '类目重复', en: 'The leaf is named twice' } }];
  });
}

function coreServiceFaults(code: string | null, { taxonomy, providerKind }: Surroundings): Fault[] {
  if (code === null) return [];
  if (providerKind !== 'association')
    return [
      {
        pointer: '/coreService',
        detail: { zh: '核心服务只由协会提供', en: 'Only the association delivers core services' },
      },
    ];
  return isCoreService(taxonomy, code)
    ? []
    : [{ pointer: '/coreService', detail: { zh: '这个类目不是核心服务', en: 'This leaf is no core service' } }];
}

/** @returns what is wrong with a package in any state, pointing to its fields */
export function contentFaults(content: PackageContent, around: Surroundings): Fault[] {
  return [
    ...categoryFaults(content.categories, around),
    ...content.serviceArea.districts.flatMap((name, i): Fault[] =>
      around.districts.has(name)
        ? []
        : [
            {
              pointer: `/serviceArea/districts/${i}`,
              detail: { zh: '没有这个区（市）县', en: 'There is no such district' },
            },
          ],
    ),
    ...priceFaults(content.price),
    ...coreServiceFaults(content.coreService, around),
  ];
}

/** @returns what a package lacks before it can be published */
export function publicationFaults(content: PackageContent): Fault[] {
  return [
    ...(content.description === ''
      ? [{ pointer: '/description', detail: { zh: '上架前请填写服务说明', en: 'Describe the service first' } }]
      : []),
    ...(content.categories.length === 0
      ? [{ pointer: '/categories', detail: { zh: '上架前请选择服务类目', en: 'Choose at least one leaf first' } }]
      : []),
  ];
}
