import * as fc from 'fast-check';
import { distanceKm } from './distance';

const places = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});

describe('distanceKm', () => {
  it('measures a degree of latitude', () => {
    expect(distanceKm({ lng: 104, lat: 30 }, { lng: 104, lat: 31 })).toBeCloseTo(111.195, 3);
  });

  it('measures half the earth at most', () => {
    expect(distanceKm({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(20_015.114, 3);
  });

  it('is the same both ways, never negative, and 0 at home', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });
});
