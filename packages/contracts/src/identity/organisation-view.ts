import { z } from 'zod';
import { organisationKind } from '../actor';
import { day, id, instant, line, text } from '../primitives';
import { organisationState } from '../state/organisation';

/** Unified social credit code as typed; full-width letters, spaces and hyphens are mended. @see GB 32100-2015 */
const creditCodeText = line(40, 18);
const districtName = line(30);
const placeName = line(60);
/** Telephone number as typed: digits, spaces, hyphens, brackets and a leading plus. */
export const phoneNumber = line(30, 5).regex(/^\+?[\d\s()（）-]+$/u);
export const contactPerson = z.strictObject({ name: line(60), phone: phoneNumber });
export type ContactPerson = z.infer<typeof contactPerson>;

const qualificationInput = z.strictObject({ name: line(80), expiresOn: day.nullable() });
const gradeInput = z.strictObject({ level: z.enum(['1A', '2A', '3A', '4A', '5A']), expiresOn: day.nullable() });
const foundedYear = z.int().min(1900).max(2100);

/** What is entered of an organisation. Subdistrict and community must lie in the district; unknown facts stay null. */
export const organisationInput = z.strictObject({
  kind: organisationKind,
  name: line(80, 2),
  creditCode: creditCodeText.nullable().default(null),
  businessScope: text(4000).nullable().default(null),
  description: text(4000).default(''),
  district: districtName.nullable().default(null),
  subdistrict: placeName.nullable().default(null),
  community: placeName.nullable().default(null),
  foundedYear: foundedYear.nullable().default(null),
  contact: contactPerson.nullable().default(null),
  qualifications: z.array(qualificationInput).max(60).default([]),
  grade: gradeInput.nullable().default(null),
  /** Whether the creator becomes a member. Only association staff may say no: they enter organisations for others. */
  join: z.boolean().default(true),
});
/** Fields to be changed; what is left out stays. The kind never changes. */
export const organisationChange = z.strictObject({
  name: line(80, 2).optional(),
  creditCode: creditCodeText.nullable().optional(),
  businessScope: text(4000).nullable().optional(),
  description: text(4000).optional(),
  district: districtName.nullable().optional(),
  subdistrict: placeName.nullable().optional(),
  community: placeName.nullable().optional(),
  foundedYear: foundedYear.nullable().optional(),
  contact: contactPerson.nullable().optional(),
  qualifications: z.array(qualificationInput).max(60).optional(),
  grade: gradeInput.nullable().optional(),
});

/** An organisation with what the caller may see of it. */
export const organisationView = organisationState.extend({
  /** Only for its own members and association staff; else, and in the answer to creation, null. */
  contact: contactPerson.nullable(),
  /** Why verification is as it is; only for its own members and association staff. */
  verificationReason: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type OrganisationView = z.infer<typeof organisationView>;

/** A line of a list. */
export const organisationSummary = organisationState
  .pick({
    id: true,
    version: true,
    kind: true,
    name: true,
    district: true,
    subdistrict: true,
    community: true,
    verification: true,
    grade: true,
    demo: true,
  })
  .extend({
    /** Masked, and only for association staff. */
    contact: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  });
export type OrganisationSummary = z.infer<typeof organisationSummary>;

/** `proposed` by one side, `confirmed` by the other or a broker, else `declined`; `ended` by either. */
export const affiliationState = z.enum(['proposed', 'confirmed', 'declined', 'ended']);
const end = z.strictObject({ id, name: z.string(), kind: organisationKind });
/** A tie: `from` sponsors, leads, hosts, serves, advises or drafted for `to`. */
export const affiliationView = z.strictObject({
  id,
  version: z.int(),
  type: z.enum(['sponsors', 'leads', 'hosts', 'serves', 'advises', 'drafted']),
  from: end,
  to: end,
  state: affiliationState,
  /** The side that proposed it. */
  proposedBy: id,
  createdAt: instant,
  updatedAt: instant,
});
export type AffiliationView = z.infer<typeof affiliationView>;
