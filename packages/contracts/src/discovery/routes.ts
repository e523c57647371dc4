import type { PolicyOf } from '../policy';

export const discoveryRoutes = {} as const;
export const discoveryPolicy = {} satisfies PolicyOf<typeof discoveryRoutes>;
