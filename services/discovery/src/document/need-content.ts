import type { NeedBody, OrganisationKind, SearchItem } from '@duijie/contracts';
import type { LeafLookup } from './leaf-words';
import type { SearchContent } from './search-content';

const priceOf = ({ money }: NeedBody): SearchItem['price'] => {
  switch (money.kind) {
    case 'none':
      return { model: null, minFen: 0, maxFen: 0 };
    case 'unknown':
      return null;
    case 'range':
      return { model: null, minFen: money.minFen, maxFen: money.maxFen };
    case 'fixed':
      return { model: null, minFen: money.amountFen, maxFen: money.amountFen };
  }
};

/** Whether everybody may find it. */
export const isPublicNeed = (need: NeedBody): boolean => need.state === 'published' || need.state === 'responding';

/** @param posterKind null while the poster is not known here */
export function needContent(need: NeedBody, posterKind: OrganisationKind | null, lookUp: LeafLookup): SearchContent {
  const { place } = need;
  const { codes, leaves, aliases, groups } = lookUp([...need.categories, ...need.components.map((c) => c.code)]);
  const price = priceOf(need);
  return {
    item: {
      kind: 'need',
      id: need.id,
      title: need.title,
      state: need.state,
      organisation: { id: need.organisationId, name: need.organisationName, kind: posterKind },
      leaves,
      place: {
        districts: [place.district],
        wholeCity: false,
        subdistrict: place.subdistrict,
        community: place.community,
        compound: place.compound,
        lng: place.lng,
        lat: place.lat,
      },
      price,
      free: need.money.kind === 'none',
      funding: need.funding,
      urgency: need.urgency,
      rating: null,
      publishedAt: need.publishedAt,
      demo: need.demo,
    },
    text: need.description,
    aliases,
    codes,
    districts: [place.district],
    groups,
    sort: { priceFen: price?.minFen ?? null, rating: null },
  };
}
