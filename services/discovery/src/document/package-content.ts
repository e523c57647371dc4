import type { PackageBody } from '@duijie/contracts';
import type { DistrictsWithin } from './district-centres';
import type { LeafLookup } from './leaf-words';
import type { SearchContent } from './search-content';
import { shrunkRating } from './shrunk-rating';

/** Models whose amounts are money that can be compared within one model. */
const priced: ReadonlySet<PackageBody['price']['model']> = new Set([
  'fixed',
  'per_m2_month',
  'per_household_month',
  'per_month',
  'per_session',
  'free',
]);

/** Whether everybody may find it, once its provider is verified. */
export const isPublicPackage = (offer: PackageBody): boolean => offer.state === 'published';

export function packageContent(
  offer: PackageBody,
  lookUp: LeafLookup,
  districtsWithin: DistrictsWithin,
): SearchContent {
  const { serviceArea, trackRecord, price } = offer;
  const { codes, leaves, aliases, groups } = lookUp(
    offer.coreService === null ? offer.categories : [...offer.categories, offer.coreService],
  );
  const { ratingMean, ratingCount } = trackRecord;
  return {
    item: {
      kind: 'package',
      id: offer.id,
      title: offer.title,
      state: offer.state,
      organisation: { id: offer.providerId, name: offer.providerName, kind: offer.providerKind },
      leaves,
      place: {
        districts: serviceArea.districts,
        wholeCity: serviceArea.districts.length === 0 && serviceArea.radius === null,
        subdistrict: null,
        community: null,
        compound: null,
        lng: serviceArea.radius?.lng ?? null,
        lat: serviceArea.radius?.lat ?? null,
      },
      price,
      free: price.model === 'free',
      funding: null,
      urgency: null,
      rating: ratingMean === null ? null : { mean: ratingMean, count: ratingCount },
      publishedAt: offer.publishedAt,
      demo: offer.demo,
    },
    text: offer.description,
    aliases,
    codes,
    districts: [
      ...new Set([
        ...serviceArea.districts,
        ...(serviceArea.radius === null ? [] : districtsWithin(serviceArea.radius)),
      ]),
    ],
    groups,
    sort: {
      priceFen: priced.has(price.model) ? price.minFen : null,
      rating: shrunkRating(ratingMean, ratingCount),
    },
  };
}
