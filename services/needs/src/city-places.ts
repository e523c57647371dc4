import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A place by its name: a district, or a subdistrict in it. */
export interface CityPlace {
  readonly name: string;
  readonly district: string;
  readonly subdistrict: string | null;
}

const named = z.object({ zh: z.string() });
const file = z.object({
  districts: z.array(named.extend({ subdistricts: z.array(z.tuple([z.string(), z.string()]).rest(z.unknown())) })),
  managingDistricts: z.array(named),
});

/** @returns reads the city's districts and subdistricts by name, once */
export function cityPlaces(dataDir: string): () => Promise<readonly CityPlace[]> {
  let places: Promise<readonly CityPlace[]> | undefined;
  const read = async (): Promise<readonly CityPlace[]> => {
    const { districts, managingDistricts } = file.parse(
      JSON.parse(await readFile(join(dataDir, 'places/chengdu.json'), 'utf8')),
    );
    return [
      ...districts.flatMap(({ zh, subdistricts }) => [
        { name: zh, district: zh, subdistrict: null },
        ...subdistricts.map(([, name]) => ({ name, district: zh, subdistrict: name })),
      ]),
      ...managingDistricts.map(({ zh }) => ({ name: zh, district: zh, subdistrict: null })),
    ];
  };
  return () =>
    (places ??= read().catch((error: unknown) => {
      places = undefined;
      throw error;
    }));
}
