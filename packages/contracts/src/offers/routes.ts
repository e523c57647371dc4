import { importPolicy } from '../imports/import-policy';
import { importRoutes } from '../imports/import-routes';
import type { PolicyOf } from '../policy';
import { broker, provider } from '../policy';

export const offersRoutes = { ...importRoutes('offers', 'packages') } as const;
export const offersPolicy = { ...importPolicy('packages', broker(), provider()) } satisfies PolicyOf<
  typeof offersRoutes
>;
