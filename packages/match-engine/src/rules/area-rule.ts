import { FLAG } from '../columns/package-columns';
import { distanceKm } from './distance-km';
import { type HardRule, OUTCOME } from './hard-rule';

/** The package is delivered where the need is. An unknown place passes with a note. @see DOMAIN.md, Match: hard rules */
export const areaRule: HardRule = {
  code: 'area',
  check(need, columns, row) {
    if (columns.flags[row]! & FLAG.radius) {
      const area = columns.packages[row]!.serviceArea;
      const { lng, lat } = need.need.place;
      if (area.kind !== 'radius' || lng === null || lat === null) return OUTCOME.unknown;
      return distanceKm(area.lng, area.lat, lng, lat) <= area.km ? OUTCOME.pass : OUTCOME.fail;
    }
    const served = columns.servedDistricts[row]!;
    if (served.length === 0) return OUTCOME.pass;
    if (need.district === -2) return OUTCOME.unknown;
    return served.includes(need.district) ? OUTCOME.pass : OUTCOME.fail;
  },
  reason(need, columns, row) {
    const outcome = this.check(need, columns, row);
    const suffix = outcome === OUTCOME.fail ? 'fail' : outcome === OUTCOME.unknown ? 'unknown' : 'pass';
    const served = [...columns.servedDistricts[row]!].map((district) => columns.districts.word(district));
    return { code: `area.${suffix}`, params: { district: need.need.place.district ?? '', served } };
  },
};
