import type { SearchContent } from './search-content';

const pathOf = ({ districts, subdistrict }: SearchContent['item']['place'], ...names: string[]): string =>
  [districts[0] ?? '', subdistrict ?? '', ...names].join('/');

/** Values of a document that repeat, as words of one table: `district:锦江区`, `leaf:property.custody`. */
export const documentTags = ({ item, codes, districts, groups }: SearchContent): string[] => [
  ...districts.map((district) => `district:${district}`),
  ...(item.place.wholeCity ? ['city:whole'] : []),
  ...(item.place.subdistrict === null
    ? []
    : [
        `subdistrict:${item.place.districts[0] ?? ''}/${item.place.subdistrict}`,
        `subdistrict-name:${item.place.subdistrict}`,
      ]),
  ...(item.place.community === null ? [] : [`community:${pathOf(item.place, item.place.community)}`]),
  ...(item.place.compound === null
    ? []
    : [`compound:${pathOf(item.place, item.place.community ?? '', item.place.compound)}`]),
  ...codes.map((code) => `leaf:${code}`),
  ...groups.map((group) => `group:${group}`),
];
