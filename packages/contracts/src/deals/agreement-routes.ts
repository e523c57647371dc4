import type { PolicyOf } from '../policy';

export const agreementRoutes = {} as const;
export const agreementPolicy = {} satisfies PolicyOf<typeof agreementRoutes>;
