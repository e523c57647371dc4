import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const places = z.object({
  districts: z.array(z.object({ zh: z.string() })),
  managingDistricts: z.array(z.object({ zh: z.string() })),
});

/** @returns reads the names of the city's districts, managing districts included, once */
export function knownDistricts(dataDir: string): () => Promise<ReadonlySet<string>> {
  let names: Promise<ReadonlySet<string>> | undefined;
  const read = async (): Promise<ReadonlySet<string>> => {
    const { districts, managingDistricts } = places.parse(
      JSON.parse(await readFile(join(dataDir, 'places/chengdu.json'), 'utf8')),
    );
    return new Set([...districts, ...managingDistricts].map(({ zh }) => zh));
  };
  return () =>
    (names ??= read().catch((error: unknown) => {
      names = undefined;
      throw error;
    }));
}
