import { distanceKm } from '@duijie/domain-kit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const place = z.object({ zh: z.string(), centre: z.tuple([z.number(), z.number()]) });
const places = z.object({ districts: z.array(place), managingDistricts: z.array(place) });

/** Districts whose centre lies within `km` of a place. */
export type DistrictsWithin = (circle: { lng: number; lat: number; km: number }) => string[];

/**
 * Centres are known to a few kilometres, so this tells which districts a circle reaches into the middle of, and no more.
 * @param dataDir holds `places/chengdu.json` @returns reads the centres once, when they are first needed
 */
export function districtCentres(dataDir: string): () => Promise<DistrictsWithin> {
  let reading: Promise<DistrictsWithin> | undefined;
  const read = async (): Promise<DistrictsWithin> => {
    const file = places.parse(JSON.parse(await readFile(join(dataDir, 'places/chengdu.json'), 'utf8')));
    const known = [...file.districts, ...file.managingDistricts];
    return ({ lng, lat, km }) =>
      known
        .filter(({ centre: [east, north] }) => distanceKm({ lng, lat }, { lng: east, lat: north }) <= km)
        .map(({ zh }) => zh);
  };
  return () =>
    (reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    }));
}
