import type { OrganisationKind } from '@duijie/contracts';

const minuteMs = 60_000;
/** How long a session lasts. @see OWASP ASVS 5.0, section 7.3 */
export const sessionTerms = Object.freeze({
  /** From sign-in, whatever happens. */
  absoluteMs: 12 * 60 * minuteMs,
  /** Without a request. */
  idleMs: 8 * 60 * minuteMs,
  /** Without a request, for people of the association and of authorities. */
  staffIdleMs: 30 * minuteMs,
  /** How fine `last seen` is kept. */
  seenEveryMs: minuteMs,
});

/** People of these see others' data: short sessions, and a second factor in production. */
export const isStaffKind = (kind: OrganisationKind): boolean =>
  kind === 'association' || kind === 'subdistrict' || kind === 'department';
