import { defineVocabulary } from './vocabulary';

/** Kinds of organisation (主体类型). Residents take part without an organisation and are none. */
export const organisationKinds = defineVocabulary({
  community: { zh: '村（社区）', en: 'Community' },
  owners_committee: { zh: '业委会', en: "Owners' committee" },
  self_management: { zh: '院委会/自管小组/物管会', en: 'Self-management group' },
  subdistrict: { zh: '街道（镇）', en: 'Subdistrict' },
  department: { zh: '部门', en: 'Government department' },
  property_firm: { zh: '物业服务企业', en: 'Property-management firm' },
  social_org: { zh: '社会组织', en: 'Social organisation' },
  volunteer_group: { zh: '志愿服务队', en: 'Volunteer group' },
  social_enterprise: { zh: '社会企业', en: 'Social enterprise' },
  professional_firm: { zh: '专业机构/一般企业', en: 'Professional firm' },
  association: { zh: '协会', en: 'Association' },
});

/** One kind of organisation. */
export type OrganisationKind = keyof typeof organisationKinds;

/** Kinds that may post needs. */
export const postingKinds = Object.freeze([
  'community',
  'owners_committee',
  'self_management',
  'subdistrict',
] as const satisfies readonly OrganisationKind[]);

/** Kinds that may post packages and respond; the association with its core services only. */
export const providingKinds = Object.freeze([
  'property_firm',
  'social_org',
  'volunteer_group',
  'social_enterprise',
  'professional_firm',
  'association',
] as const satisfies readonly OrganisationKind[]);
