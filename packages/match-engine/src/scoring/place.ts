import { FLAG, type RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { distanceKm } from '../rules/distance-km';

/**
 * How near the provider is: at home in the district, serving it by name, or the whole city; in a circle by distance.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille, 0..1000
 */
export function place(need: PreparedNeed, columns: RankColumns, row: number): number {
  if (need.district >= 0 && columns.homeDistrict[row] === need.district) return 1000;
  if (columns.flags[row]! & FLAG.radius) {
    const reach = columns.circleKm[row]!;
    if (Number.isNaN(need.lng) || Number.isNaN(need.lat) || reach <= 0) return 300;
    const km = distanceKm(columns.circleLng[row]!, columns.circleLat[row]!, need.lng, need.lat);
    return Math.max(0, 1000 - Math.floor((1000 * km) / reach));
  }
  return columns.servedDistricts.end[row]! > columns.servedDistricts.start[row]! ? 600 : 400;
}
