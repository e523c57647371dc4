import type { z } from 'zod';
import type { EventContract } from './event';
import type { ServiceName } from './route';
import { needStateBody } from './state/need';
import { compoundState, organisationState } from './state/organisation';
import { packageStateBody } from './state/package';
import { taxonomyState } from './state/taxonomy';

/** Every event there is, who publishes it and who takes it. Written before the code. */
export const events = {
  'organisation.changed.v1': {
    publisher: 'identity',
    subscribers: ['needs', 'offers', 'matcher', 'discovery'],
    data: organisationState,
  },
  'compound.changed.v1': { publisher: 'identity', subscribers: ['needs'], data: compoundState },
  'taxonomy.changed.v1': { publisher: 'offers', subscribers: ['needs', 'matcher', 'discovery'], data: taxonomyState },
  'package.drafted.v1': { publisher: 'offers', subscribers: ['matcher'], data: packageStateBody },
  'package.published.v1': { publisher: 'offers', subscribers: ['matcher', 'discovery'], data: packageStateBody },
  'package.changed.v1': { publisher: 'offers', subscribers: ['matcher', 'discovery'], data: packageStateBody },
  'need.drafted.v1': { publisher: 'needs', subscribers: ['matcher'], data: needStateBody },
  'need.published.v1': { publisher: 'needs', subscribers: ['matcher', 'discovery'], data: needStateBody },
  'need.changed.v1': { publisher: 'needs', subscribers: ['matcher', 'discovery'], data: needStateBody },
} as const satisfies Record<string, EventContract>;
export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.infer<(typeof events)[T]['data']>;

/** @returns the services that take `type`, in the order of the catalogue */
export const subscribersOf = (type: EventType): readonly ServiceName[] => events[type].subscribers;
