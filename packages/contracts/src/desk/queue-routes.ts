import type { PolicyOf } from '../policy';

export const queueRoutes = {} as const;
export const queuePolicy = {} satisfies PolicyOf<typeof queueRoutes>;
