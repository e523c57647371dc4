import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import { stateBits } from '../taxonomy/state-bound-leaves';
import { peopleGroups } from '../text/people-groups';
import { splitLimits } from '../text/split-limits';
import { mended } from '../understanding/mend-text';
import { PROVIDER_KINDS } from '../vocabulary';
import { idHash } from './id-hash';
import type { NeedFacts } from './need-facts';
import { readComponents } from './read-components';
import { readQualifications } from './read-qualifications';
import { readWords } from './read-words';

/** Stands for "no bound" in fen. */
export const UNBOUNDED_FEN = Number.MAX_SAFE_INTEGER;

/**
 * Reads a need into the numbers of an index.
 *
 * @param columns the index; it gives numbers to names that it does not know yet
 * @param written the need; without components its text is understood now
 * @returns the facts, good until the index is built anew
 */
export function readNeed(columns: PackageColumns, written: EngineNeed): NeedFacts {
  const need = mended(columns.taxonomy, written);
  const { place, compound, window } = need;
  const organisations = (ids: readonly string[]): Int32Array =>
    Int32Array.from(ids, (id) => columns.organisations.intern(id));
  const services = readComponents(columns, need);
  return {
    hash: idHash(need.id),
    district: place.district === null ? -2 : columns.districts.intern(place.district),
    lng: place.lng ?? Number.NaN,
    lat: place.lat ?? Number.NaN,
    households: compound.households ?? -1,
    chargedAreaM2: compound.chargedAreaM2 ?? -1,
    state: stateBits(compound),
    kindBits: need.eligibleKinds.length
      ? need.eligibleKinds.reduce((bits, kind) => bits | (1 << PROVIDER_KINDS.indexOf(kind)), 0)
      : 0xff,
    startDay: window ? dayNumber(window.start) : Number.NaN,
    endDay: window ? dayNumber(window.end) : Number.NaN,
    emergency: need.urgency === 'emergency',
    leadTimeWaived: need.waivedRules?.includes('lead_time') ?? false,
    ...budgetOf(need),
    fixedSum: need.money.kind === 'fixed_sum',
    scopeMatters: ['community_fund', 'special_fund', 'subdistrict_purchase'].includes(need.funding),
    people: peopleGroups(`${need.title},${splitLimits(need.description).said}`),
    excluded: organisations(need.excludedOrganisationIds),
    noBonus: organisations(need.noBonusProviderIds ?? []),
    ...services,
    qualifications: readQualifications(columns, need, services.components),
    ...readWords(columns, need),
  };
}

function budgetOf(need: EngineNeed): Pick<NeedFacts, 'budgetMinFen' | 'budgetMaxFen' | 'zeroBudget'> {
  if (need.money.kind === 'fixed_sum') {
    const { sumFen } = need.money;
    return { budgetMinFen: sumFen, budgetMaxFen: sumFen, zeroBudget: sumFen === 0 };
  }
  const { minFen, maxFen } = need.money;
  const zeroBudget = maxFen === 0 || (maxFen === null && need.funding === 'none');
  return { budgetMinFen: minFen ?? 0, budgetMaxFen: maxFen ?? (zeroBudget ? 0 : UNBOUNDED_FEN), zeroBudget };
}
