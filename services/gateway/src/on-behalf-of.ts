import { onBehalfClaim, type OnBehalfClaim } from '@duijie/contracts';
import { Refusal } from '@duijie/service-kit';
import type { IncomingHttpHeaders } from 'node:http';

/** Read by the gateway only: services trust the signed actor. */
export const onBehalfHeaders = ['x-on-behalf-of', 'x-on-behalf-channel', 'x-on-behalf-note'] as const;

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/**
 * For whom a broker wants to act, and how the broker was asked to.
 * @returns null when no header says so
 * @throws Refusal 400 `on-behalf.header` when they are not all there, or not readable
 */
export function onBehalfOf(headers: IncomingHttpHeaders): OnBehalfClaim | null {
  const [organisationId, channel, note] = onBehalfHeaders.map((name) => headers[name]);
  if (organisationId === undefined && channel === undefined && note === undefined) return null;
  const claim = onBehalfClaim.safeParse({
    organisationId: typeof organisationId === 'string' ? organisationId.toLowerCase() : undefined,
    channel,
    note: typeof note === 'string' ? decoded(note) : undefined,
  });
  if (claim.success) return claim.data;
  throw new Refusal('unreadable', {
    reason: 'on-behalf.header',
    detail: {
      zh: '代办须同时给出 X-On-Behalf-Of（机构编号）、X-On-Behalf-Channel（phone、paper、wechat、visit）和 X-On-Behalf-Note（2–200 字，百分号编码）',
      en: 'To act on behalf send X-On-Behalf-Of (id of an organisation), X-On-Behalf-Channel (phone, paper, wechat, visit) and X-On-Behalf-Note (2–200 characters, percent-encoded)',
    },
  });
}
