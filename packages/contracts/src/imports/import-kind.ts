import type { ServiceName } from '../route';

/** What can be imported, and the service that takes it. */
export const importServices = {
  organisations: 'identity',
  compounds: 'identity',
  packages: 'offers',
  needs: 'needs',
  cases: 'desk',
} as const satisfies Readonly<Record<string, ServiceName>>;
export type ImportKind = keyof typeof importServices;
export const importKinds = Object.keys(importServices) as [ImportKind, ...ImportKind[]];
