import type { OrganisationKind } from '@duijie/contracts';
import { isCreditCode, normalizeCreditCode } from '@duijie/domain-kit';
import type { Fault } from '@duijie/service-kit';

/** Facts that stand on their own; whether the place exists is asked elsewhere. */
export interface OrganisationFacts {
  readonly kind: OrganisationKind;
  readonly creditCode: string | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly community: string | null;
}

/** @returns the code in its written form, or null */
export const writtenCreditCode = (typed: string | null): string | null =>
  typed === null ? null : normalizeCreditCode(typed);

/** What is wrong with an organisation's facts. @param facts with the credit code in its written form */
export function factFaults(facts: OrganisationFacts): readonly Fault[] {
  const faults: Fault[] = [];
  const missing = (field: string, zh: string, en: string): void => {
    faults.push({ pointer: `/${field}`, detail: { zh, en } });
  };
  if (facts.creditCode !== null && !isCreditCode(facts.creditCode))
    missing(
      'creditCode',
      '统一社会信用代码不对（GB 32100-2015 校验）',
      'Not a unified social credit code (GB 32100-2015)',
    );
  const inSubdistrict: readonly OrganisationKind[] = [
    'community',
    'subdistrict',
    'owners_committee',
    'self_management',
  ];
  if (inSubdistrict.includes(facts.kind)) {
    if (facts.district === null) missing('district', '请填写所在区', 'Give the district');
    if (facts.subdistrict === null) missing('subdistrict', '请填写所在街道', 'Give the subdistrict');
  }
  if (facts.kind === 'community' && facts.community === null)
    missing('community', '请填写社区名称', 'Give the name of the community');
  return faults;
}

/** Facts that verification vouches for: once verified, only the association changes them. */
export function vouchedFacts(kind: OrganisationKind): readonly string[] {
  const names = ['name', 'creditCode', 'businessScope'] as const;
  const hasArea = ['community', 'owners_committee', 'self_management', 'subdistrict', 'department'].includes(kind);
  return hasArea ? [...names, 'district', 'subdistrict', 'community'] : names;
}
