import type { PolicyOf } from '../policy';

export const needsRoutes = {} as const;
export const needsPolicy = {} satisfies PolicyOf<typeof needsRoutes>;
