import type { OnBehalfClaim } from '@duijie/contracts';

/** @returns the headers that say for whom a broker acts; headers are ASCII, so the note is percent-encoded */
export const onBehalfHeaders = (claim: OnBehalfClaim | undefined): Readonly<Record<string, string>> =>
  claim
    ? {
        'X-On-Behalf-Of': claim.organisationId,
        'X-On-Behalf-Channel': claim.channel,
        'X-On-Behalf-Note': encodeURIComponent(claim.note),
      }
    : {};
