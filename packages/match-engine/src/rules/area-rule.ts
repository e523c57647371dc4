import { FLAG, rowHas } from '../columns/rank-columns';
import { distanceKm } from './distance-km';
import { type HardRule, OUTCOME } from './hard-rule';

/** The package is delivered where the need is. An unknown place passes with a note. @see DOMAIN.md, Match: hard rules */
export const areaRule: HardRule = {
  code: 'area',
  check(need, columns, row) {
    if (columns.flags[row]! & FLAG.radius) {
      if (Number.isNaN(need.lng) || Number.isNaN(need.lat)) return OUTCOME.unknown;
      const km = distanceKm(columns.circleLng[row]!, columns.circleLat[row]!, need.lng, need.lat);
      return km <= columns.circleKm[row]! ? OUTCOME.pass : OUTCOME.fail;
    }
    const { start, end } = columns.servedDistricts;
    if (end[row] === start[row]) return OUTCOME.pass;
    if (need.district === -2) return OUTCOME.unknown;
    return rowHas(columns.servedDistricts, row, need.district) ? OUTCOME.pass : OUTCOME.fail;
  },
  reason(need, columns, row) {
    const outcome = this.check(need, columns, row);
    const suffix = outcome === OUTCOME.fail ? 'fail' : outcome === OUTCOME.unknown ? 'unknown' : 'pass';
    const served = [...columns.servedDistricts.of(row)].map((district) => columns.districts.word(district));
    return { code: `area.${suffix}`, params: { district: need.need.place.district ?? '', served } };
  },
};
