import type { PolicyOf } from '../policy';
import { service } from '../policy';
import { resolveActor } from './session';

export const identityRoutes = { resolveActor } as const;
export const identityPolicy = { resolveActor: [service()] } satisfies PolicyOf<typeof identityRoutes>;
