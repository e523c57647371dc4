import { FLAG, type PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { distanceKm } from '../rules/distance-km';

/**
 * How near the provider is: at home in the district, serving it by name, or the whole city; in a circle by distance.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille, 0..1000
 */
export function place(need: PreparedNeed, columns: PackageColumns, row: number): number {
  if (need.district >= 0 && columns.homeDistrict[row] === need.district) return 1000;
  if (columns.flags[row]! & FLAG.radius) {
    const area = columns.packages[row]!.serviceArea;
    const { lng, lat } = need.need.place;
    if (area.kind !== 'radius' || lng === null || lat === null || area.km <= 0) return 300;
    const km = distanceKm(area.lng, area.lat, lng, lat);
    return Math.max(0, 1000 - Math.floor((1000 * km) / area.km));
  }
  return columns.servedDistricts[row]!.length > 0 ? 600 : 400;
}
