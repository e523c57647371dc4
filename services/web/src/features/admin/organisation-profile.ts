import type { OrganisationKind, OrganisationView } from '@duijie/contracts';
import { postingKinds, providingKinds } from '@duijie/domain-kit';

const posts = (kind: OrganisationKind): boolean => postingKinds.some((one) => one === kind);
const supplies = (kind: OrganisationKind): boolean => providingKinds.some((one) => one === kind);

/** What is written of an organisation, as its form holds it. */
export interface OrganisationProfile {
  readonly name: string;
  readonly creditCode: string | null;
  readonly businessScope: string | null;
  readonly description: string;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly community: string | null;
  readonly foundedYear: number | null;
  readonly contact: OrganisationView['contact'];
  readonly qualifications: OrganisationView['qualifications'];
  readonly grade: OrganisationView['grade'];
}

export const profileOf = (one: OrganisationView): OrganisationProfile => ({
  name: one.name,
  creditCode: one.creditCode,
  businessScope: one.businessScope,
  description: one.description,
  district: one.district,
  subdistrict: one.subdistrict,
  community: one.community,
  foundedYear: one.foundedYear,
  contact: one.contact,
  qualifications: one.qualifications,
  grade: one.grade,
});

/** @returns the fields that differ from what was known: only they are sent, so that nothing else is judged anew */
export function changedOf(known: OrganisationProfile, now: OrganisationProfile): Partial<OrganisationProfile> {
  const written = {
    ...now,
    contact: now.contact && now.contact.name === '' && now.contact.phone === '' ? null : now.contact,
  };
  return Object.fromEntries(
    Object.entries(written).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key as keyof OrganisationProfile]),
    ),
  );
}

/** Which fields a kind has at all: a community has no qualifications, a firm no community of its own. */
export const hasField = (
  kind: OrganisationKind,
  field: 'community' | 'subdistrict' | 'businessScope' | 'qualifications' | 'grade' | 'foundedYear',
): boolean => {
  if (field === 'community') return posts(kind) && kind !== 'subdistrict';
  if (field === 'subdistrict') return kind !== 'department' && kind !== 'association';
  if (field === 'grade') return kind === 'social_org';
  return supplies(kind);
};

const certified = ['name', 'creditCode', 'businessScope'] as const;
/** Fields that verification vouches for: once verified, the association alone changes them. */
export const vouchedOf = (kind: OrganisationKind): readonly string[] =>
  posts(kind) || kind === 'department' ? [...certified, 'district', 'subdistrict', 'community'] : certified;
