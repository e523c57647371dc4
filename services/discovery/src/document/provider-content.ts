import { providerKinds, type OrganisationState, type PackageBody } from '@duijie/contracts';
import type { LeafLookup } from './leaf-words';
import type { SearchContent } from './search-content';
import { shrunkRating } from './shrunk-rating';

/** Whether everybody may find it as a provider. */
export const isPublicProvider = (organisation: OrganisationState): boolean =>
  organisation.verification === 'verified' && (providerKinds as readonly string[]).includes(organisation.kind);

/** @param offers its public packages: what it really does, and how it is rated */
export function providerContent(
  organisation: OrganisationState,
  offers: readonly PackageBody[],
  lookUp: LeafLookup,
): SearchContent {
  const { codes, leaves, aliases, groups } = lookUp(offers.flatMap((offer) => offer.categories));
  const districts = organisation.district === null ? [] : [organisation.district];
  const record = offers.find((offer) => offer.trackRecord.ratingMean !== null)?.trackRecord;
  const mean = record?.ratingMean ?? null;
  const count = record?.ratingCount ?? 0;
  return {
    item: {
      kind: 'provider',
      id: organisation.id,
      title: organisation.name,
      state: organisation.verification,
      organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
      leaves,
      place: {
        districts,
        wholeCity: false,
        subdistrict: organisation.subdistrict,
        community: organisation.community,
        compound: null,
        lng: null,
        lat: null,
      },
      price: null,
      free: offers.some((offer) => offer.price.model === 'free'),
      funding: null,
      urgency: null,
      rating: mean === null ? null : { mean, count },
      publishedAt: null,
      demo: organisation.demo,
    },
    text: [
      organisation.description,
      organisation.businessScope ?? '',
      organisation.qualifications.map((q) => q.name).join('、'),
      organisation.grade?.level ?? '',
      ...offers.map((offer) => offer.title),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    aliases,
    codes,
    districts,
    groups,
    sort: { priceFen: null, rating: shrunkRating(mean, count) },
  };
}
