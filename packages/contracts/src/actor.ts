import { z } from 'zod';
import { id } from './primitives';

export const organisationKinds = [
  'community',
  'owners_committee',
  'self_management',
  'subdistrict',
  'department',
  'property_firm',
  'social_org',
  'volunteer_group',
  'social_enterprise',
  'professional_firm',
  'association',
] as const;
export const organisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof organisationKind>;

/** `broker` and `administrator` exist in an association only, `officer` in a subdistrict or department only. */
export const memberRoles = ['owner', 'editor', 'viewer', 'broker', 'administrator', 'officer'] as const;
export const memberRole = z.enum(memberRoles);
export type MemberRole = z.infer<typeof memberRole>;

export const verificationState = z.enum(['pending', 'verified', 'rejected', 'suspended']);
export type VerificationState = z.infer<typeof verificationState>;

/** The organisation a person acts for. `district` and `subdistrict` are names; null means the whole level above. */
export const actingFor = z.strictObject({
  organisationId: id,
  organisationName: z.string(),
  kind: organisationKind,
  role: memberRole,
  verification: verificationState,
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
});

/** How a broker came to act for an organisation that is not on the platform itself: by phone, on paper, in a chat. */
export const onBehalfChannel = z.enum(['phone', 'paper', 'wechat', 'visit']);
export const onBehalf = z.strictObject({
  channel: onBehalfChannel,
  /** What was said or signed, and by whom. */
  note: z.string(),
  /** The broker's own association. */
  brokerOrganisationId: id,
  brokerOrganisationName: z.string(),
});
export type OnBehalf = z.infer<typeof onBehalf>;

/** Who asks. The gateway signs it for 60 s; services trust nothing else. */
export const actor = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('anonymous') }),
  z.strictObject({ type: z.literal('service'), service: z.string() }),
  z.strictObject({
    type: z.literal('person'),
    personId: id,
    name: z.string(),
    /** Session or access token it came by. */
    credentialId: id,
    actingFor: actingFor.nullable(),
    /** The absent person whose place is taken, or null. */
    inPlaceOf: id.nullable(),
    /** Set where a broker acts for `actingFor` with provenance; then `personId` is the broker. */
    onBehalf: onBehalf.optional(),
  }),
]);
export type Actor = z.infer<typeof actor>;
export type PersonActor = Extract<Actor, { type: 'person' }>;
export type ActingFor = z.infer<typeof actingFor>;
