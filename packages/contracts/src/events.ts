import type { z } from 'zod';
import type { EventContract } from './event';
import type { ServiceName } from './route';
import {
  agreementStateBody,
  capacityStateBody,
  objectionStateBody,
  providerRecordBody,
  reviewStateBody,
} from './state/agreement';
import { appointmentStateBody } from './state/appointment';
import { demoEmptiedBody } from './state/demo';
import { introductionStateBody, needMatchesBody } from './state/introduction';
import { lotStateBody } from './state/lot';
import { needStateBody } from './state/need';
import { compoundState, organisationState } from './state/organisation';
import { packageStateBody } from './state/package';
import { responseStateBody } from './state/response';
import { roundOffersBody, roundTakenBody } from './state/round';
import { searchFoundBody } from './state/saved-search';
import { staffStateBody } from './state/staff';
import { taxonomyState } from './state/taxonomy';
import { understandingState } from './state/understanding';

/** Every event there is, who publishes it and who takes it. Written before the code. */
export const events = {
  'organisation.changed.v1': {
    publisher: 'identity',
    subscribers: ['needs', 'offers', 'matcher', 'discovery', 'deals', 'desk'],
    data: organisationState,
  },
  'staff.changed.v1': { publisher: 'identity', subscribers: ['desk'], data: staffStateBody },
  'compound.changed.v1': { publisher: 'identity', subscribers: ['needs'], data: compoundState },
  /** The kit takes it, by the plan of each module. */
  'demo.emptied.v1': {
    publisher: 'identity',
    subscribers: ['needs', 'offers', 'matcher', 'discovery', 'deals', 'desk'],
    data: demoEmptiedBody,
  },
  'taxonomy.changed.v1': {
    publisher: 'offers',
    subscribers: ['needs', 'matcher', 'discovery', 'desk'],
    data: taxonomyState,
  },
  'package.drafted.v1': { publisher: 'offers', subscribers: ['matcher'], data: packageStateBody },
  'package.published.v1': {
    publisher: 'offers',
    subscribers: ['matcher', 'discovery', 'deals', 'desk'],
    data: packageStateBody,
  },
  'package.changed.v1': {
    publisher: 'offers',
    subscribers: ['matcher', 'discovery', 'deals', 'desk'],
    data: packageStateBody,
  },
  /** The desk keeps only those submitted for screening; drafts stay between their owner and the matcher. */
  'need.drafted.v1': { publisher: 'needs', subscribers: ['matcher', 'deals', 'desk'], data: needStateBody },
  'need.published.v1': {
    publisher: 'needs',
    subscribers: ['matcher', 'discovery', 'deals', 'desk'],
    data: needStateBody,
  },
  'need.changed.v1': {
    publisher: 'needs',
    subscribers: ['matcher', 'discovery', 'deals', 'desk'],
    data: needStateBody,
  },
  /** What posters' corrections have taught: to the matcher, which reads needs that name no services. */
  'understanding.changed.v1': { publisher: 'needs', subscribers: ['matcher'], data: understandingState },
  'need.matched.v1': { publisher: 'matcher', subscribers: ['desk'], data: needMatchesBody },
  /** One a need of a published round. */
  'round.offered.v1': { publisher: 'matcher', subscribers: ['desk'], data: roundOffersBody },
  'round.taken.v1': { publisher: 'desk', subscribers: ['matcher'], data: roundTakenBody },
  'introduction.changed.v1': { publisher: 'desk', subscribers: ['deals', 'matcher'], data: introductionStateBody },
  'lot.changed.v1': { publisher: 'deals', subscribers: ['needs', 'desk', 'matcher'], data: lotStateBody },
  'response.changed.v1': { publisher: 'deals', subscribers: ['desk', 'matcher'], data: responseStateBody },
  'appointment.changed.v1': { publisher: 'deals', subscribers: ['desk'], data: appointmentStateBody },
  'agreement.changed.v1': { publisher: 'deals', subscribers: ['desk'], data: agreementStateBody },
  'objection.changed.v1': { publisher: 'deals', subscribers: ['desk'], data: objectionStateBody },
  'review.published.v1': { publisher: 'deals', subscribers: ['desk'], data: reviewStateBody },
  'record.changed.v1': { publisher: 'deals', subscribers: ['offers'], data: providerRecordBody },
  /** Sequence: how often that search was told of. */
  'search.found.v1': { publisher: 'discovery', subscribers: ['desk'], data: searchFoundBody },
  'capacity.changed.v1': { publisher: 'deals', subscribers: ['matcher'], data: capacityStateBody },
} as const satisfies Record<string, EventContract>;
export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.infer<(typeof events)[T]['data']>;

/** @returns the services that take `type`, in the order of the catalogue */
export const subscribersOf = (type: EventType): readonly ServiceName[] => events[type].subscribers;
