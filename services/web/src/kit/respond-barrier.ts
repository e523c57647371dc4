import type { LotView, OrganisationKind } from '@duijie/contracts';

/**
 * What stands in the way of a response, by the rules that its provider can know: the kinds that may supply, and that
 * other modes than a claim and an open call take responses from those only who were introduced.
 * @param facts `introduced` null while that is not known
 */
export function respondBarrier({
  mode,
  eligibleKinds,
  kind,
  introduced,
}: {
  readonly mode: LotView['mode'];
  readonly eligibleKinds: readonly OrganisationKind[];
  readonly kind: OrganisationKind;
  readonly introduced: boolean | null;
}): 'kind' | 'introduction' | null {
  if (eligibleKinds.length > 0 && !eligibleKinds.includes(kind)) return 'kind';
  if (mode !== 'open_call' && mode !== 'claim' && introduced === false) return 'introduction';
  return null;
}
