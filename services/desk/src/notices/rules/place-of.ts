import type { NeedBody } from '@duijie/contracts';

/** District, subdistrict, community and compound of a need, as far as known. */
export const placeOf = ({ district, subdistrict, community, compound }: NeedBody['place']): string =>
  [district, subdistrict, community, compound].filter((part) => part !== null && part !== '').join(' ');

/** What every notice about a need tells. @param need null where only its title is known */
export const needFacts = (need: NeedBody | null, needTitle: string) => ({
  needTitle,
  ...(need === null ? {} : { place: placeOf(need.place) }),
});
