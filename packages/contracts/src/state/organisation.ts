import { z } from 'zod';
import { organisationKind, verificationState } from '../actor';
import { day, id, latitude, longitude, version } from '../primitives';

export const affiliationTypes = ['sponsors', 'leads', 'hosts', 'serves', 'advises', 'drafted'] as const;
export const affiliationType = z.enum(affiliationTypes);

export const qualification = z.strictObject({ name: z.string(), expiresOn: day.nullable() });

/** Public state of an organisation, as `organisation.changed.v1` carries it. No personal data. */
export const organisationState = z.strictObject({
  id,
  version,
  kind: organisationKind,
  name: z.string(),
  creditCode: z.string().nullable(),
  businessScope: z.string().nullable(),
  description: z.string(),
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
  community: z.string().nullable(),
  foundedYear: z.int().nullable(),
  verification: verificationState,
  qualifications: z.array(qualification),
  grade: z.strictObject({ level: z.enum(['1A', '2A', '3A', '4A', '5A']), expiresOn: day.nullable() }).nullable(),
  /** Outgoing: this organisation `type` the other one. */
  affiliations: z.array(z.strictObject({ type: affiliationType, organisationId: id })),
  /** Where an imported organisation came from; other imports refer to it by this. */
  importedAs: z.strictObject({ source: z.string(), externalId: z.string() }).nullable(),
  /** Invented for the demonstration. */
  demo: z.boolean(),
});
export type OrganisationState = z.infer<typeof organisationState>;

export const compoundTypes = [
  'old_courtyard',
  'commodity',
  'resettlement',
  'affordable',
  'rural_concentrated',
] as const;
export const compoundType = z.enum(compoundTypes);
export const propertyState = z.enum(['managed', 'self_managed', 'unmanaged', 'withdrawn']);
export const committeeState = z.enum(['none', 'preparing', 'active', 'dysfunctional', 'n/a']);

/** Public state of a property service area (compound or courtyard). Unknown facts are null. */
export const compoundState = z.strictObject({
  id,
  version,
  name: z.string(),
  type: compoundType,
  district: z.string(),
  subdistrict: z.string(),
  communities: z.array(z.string()),
  households: z.int().nullable(),
  floorAreaM2: z.int().nullable(),
  builtYear: z.int().nullable(),
  lng: longitude.nullable(),
  lat: latitude.nullable(),
  propertyState: propertyState.nullable(),
  committeeState: committeeState.nullable(),
  demo: z.boolean(),
  /** Its entry was taken back; nothing new may refer to it. */
  removed: z.literal(true).optional(),
});
export type CompoundState = z.infer<typeof compoundState>;
