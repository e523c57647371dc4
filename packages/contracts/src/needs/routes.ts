import { importPolicy } from '../imports/import-policy';
import { importRoutes } from '../imports/import-routes';
import type { PolicyOf } from '../policy';
import { broker, poster } from '../policy';

export const needsRoutes = { ...importRoutes('needs', 'needs') } as const;
export const needsPolicy = { ...importPolicy('needs', broker(), poster()) } satisfies PolicyOf<typeof needsRoutes>;
