const EARTH_RADIUS_KM = 6371;

/**
 * Great-circle distance by the haversine formula.
 *
 * @param lngA degrees WGS-84 @param latA degrees @param lngB degrees @param latB degrees
 * @returns kilometres
 * @see Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984
 */
export function distanceKm(lngA: number, latA: number, lngB: number, latB: number): number {
  const radians = Math.PI / 180;
  const dLat = (latB - latA) * radians;
  const dLng = (lngB - lngA) * radians;
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}
