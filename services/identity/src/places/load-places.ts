import type { Context } from '@duijie/service-kit';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentityDeps } from '../identity-deps';
import { createPlacesLoader } from './persistence/places-loader';
import { placeFile } from './place-file';

/** `data` of the repository, from `src` as from `dist`. */
const repositoryData = join(__dirname, '../../../../data');

/** Brings the city's places in; does nothing when this state of the file is loaded already. */
export function loadPlaces({ database, clock, config, log }: IdentityDeps) {
  const loader = createPlacesLoader(database);
  return async (ctx: Context): Promise<void> => {
    const path = join(config.DUIJIE_DATA_DIR ?? repositoryData, 'places/chengdu.json');
    const content = await readFile(path);
    const digest = createHash('sha256').update(content).digest('hex');
    const file = placeFile.parse(JSON.parse(content.toString('utf8')));
    const counts = await database.run(ctx, (tx) => loader.load(tx, file, digest, clock.now()));
    if (counts) log.info(counts, 'places loaded');
  };
}
