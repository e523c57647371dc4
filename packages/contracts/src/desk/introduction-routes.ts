import type { PolicyOf } from '../policy';

export const introductionRoutes = {} as const;
export const introductionPolicy = {} satisfies PolicyOf<typeof introductionRoutes>;
