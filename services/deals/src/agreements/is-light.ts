import type { NeedBody } from '@duijie/contracts';

/**
 * Whether one tap a side is enough: no money flows, in the modes without ceremony; or the need only records what was
 * decided and signed elsewhere, whose document it carries.
 * @param money kind of the need's money, undefined where the need is not known
 */
export const isLight = (
  mode: NeedBody['mode'],
  priceFen: number | null,
  money: NeedBody['money']['kind'] | undefined,
): boolean => {
  if (mode === 'recorded') return true;
  if (mode !== 'claim' && mode !== 'direct') return false;
  return (priceFen ?? 0) === 0 && (money === 'none' || money === 'unknown');
};
