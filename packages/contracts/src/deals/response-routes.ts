import type { PolicyOf } from '../policy';

export const responseRoutes = {} as const;
export const responsePolicy = {} satisfies PolicyOf<typeof responseRoutes>;
