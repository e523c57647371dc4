import type { PolicyOf } from '../policy';

export const matcherRoutes = {} as const;
export const matcherPolicy = {} satisfies PolicyOf<typeof matcherRoutes>;
