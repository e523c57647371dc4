import type { PolicyOf } from '../policy';

export const offersRoutes = {} as const;
export const offersPolicy = {} satisfies PolicyOf<typeof offersRoutes>;
