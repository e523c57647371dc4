/** A place on the globe, WGS-84 degrees. */
export interface Coordinates {
  /** Longitude, −180 to 180, east positive. */
  readonly lng: number;
  /** Latitude, −90 to 90, north positive. */
  readonly lat: number;
}

/** IUGG mean radius R₁ of the earth. */
const earthRadiusKm = 6371.0088;

/**
 * Measures the distance between two places as the crow flies.
 *
 * @param a one place
 * @param b the other
 * @returns kilometres, 0 or more, exact to about half a percent
 * @see Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984)
 */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2);
  const lng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = lat * lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lng * lng;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
