import type { PolicyOf } from '../policy';

export const decisionRoutes = {} as const;
export const decisionPolicy = {} satisfies PolicyOf<typeof decisionRoutes>;
