import type { NeedBody, NeedInput } from '@duijie/contracts';
import type { Fault } from '@duijie/service-kit';

type Lot = NeedBody['lots'][number];

/** One lot with everything, under the id of the lot that was first. */
export const singleLot = (
  title: string,
  components: readonly string[],
  before: readonly Lot[],
  newId: () => string,
): Lot[] => [{ id: before[0]?.id ?? newId(), title, components: [...components] }];

/** Lots that the poster drew, as they follow changed components: what is gone leaves its lot, what is new joins the first. */
export function followComponents(lots: readonly Lot[], components: readonly string[]): Lot[] {
  const placed = new Set(lots.flatMap((lot) => lot.components));
  const added = components.filter((code) => !placed.has(code));
  const kept = lots.map((lot, at) => ({
    ...lot,
    components: [...lot.components.filter((code) => components.includes(code)), ...(at === 0 ? added : [])],
  }));
  const filled = kept.filter((lot) => lot.components.length > 0);
  return filled.length > 0 ? filled : kept.slice(0, 1);
}

/**
 * Takes lots as the poster draws them.
 * @param before lots that exist; a given id must be one of theirs
 * @returns the lots and what is wrong: every component must stand in exactly one lot
 */
export function drawLots(
  given: NonNullable<NeedInput['lots']>,
  components: readonly string[],
  before: readonly Lot[],
  newId: () => string,
): { lots: Lot[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const ids = new Set<string>();
  given.forEach((lot, at) => {
    if (lot.id !== undefined && (ids.has(lot.id) || !before.some((known) => known.id === lot.id)))
      faults.push({
        pointer: `/lots/${at}/id`,
        detail: { zh: '没有这个标段', en: 'There is no such lot' },
      });
    if (lot.id !== undefined) ids.add(lot.id);
    lot.components.forEach((code, n) => {
      const pointer = `/lots/${at}/components/${n}`;
      if (!components.includes(code))
        faults.push({ pointer, detail: { zh: '需求中没有这项服务', en: 'The need does not ask for this service' } });
      else if (seen.has(code))
        faults.push({ pointer, detail: { zh: '同一服务只能在一个标段中', en: 'A service stands in one lot only' } });
      seen.add(code);
    });
  });
  if (components.some((code) => !seen.has(code)))
    faults.push({
      pointer: '/lots',
      detail: { zh: '有服务不在任何标段中', en: 'A service stands in no lot' },
    });
  return {
    lots: given.map((lot) => ({ id: lot.id ?? newId(), title: lot.title, components: lot.components })),
    faults,
  };
}
