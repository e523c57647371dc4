import type { PolicyOf } from '../policy';

export const gatewayRoutes = {} as const;
export const gatewayPolicy = {} satisfies PolicyOf<typeof gatewayRoutes>;
