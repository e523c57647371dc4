import { actingForOf, type Context } from '@duijie/service-kit';
import type { AgreementList } from './persistence/agreement-lists.read-model';
import { areaValue } from './persistence/agreement.repository';

/**
 * Whose list the caller sees: brokers all, unless one side is asked for; officers their area; everybody else their own.
 * @param side of the organisation's own, undefined for both
 */
export function listScope(ctx: Context, side: 'payer' | 'provider' | undefined): AgreementList {
  const acting = actingForOf(ctx);
  if (side !== undefined) return { scope: side, value: acting.organisationId };
  if (ctx.grants.some(({ relation }) => relation === 'any')) return { scope: 'all', value: '' };
  if (!ctx.grants.some(({ relation }) => relation === 'area')) return { scope: 'party', value: acting.organisationId };
  const { district, subdistrict } = acting;
  if (district === null) return { scope: 'signed', value: '' };
  if (subdistrict === null) return { scope: 'district', value: district };
  return { scope: 'area', value: areaValue(district, subdistrict) };
}
