import { importPolicy } from '../imports/import-policy';
import { importRoutes } from '../imports/import-routes';
import type { PolicyOf } from '../policy';
import { broker, service } from '../policy';
import { resolveActor } from './session';

export const identityRoutes = {
  resolveActor,
  ...importRoutes('identity', 'organisations'),
  ...importRoutes('identity', 'compounds'),
} as const;
export const identityPolicy = {
  resolveActor: [service()],
  ...importPolicy('organisations', broker()),
  ...importPolicy('compounds', broker()),
} satisfies PolicyOf<typeof identityRoutes>;
