import type { EventHandlers } from '@duijie/service-kit';
import { stepOfIntroduction, stepOfLot, stepOfResponse } from '../pair-progress';
import type { PairStepRepository } from '../persistence/pair-step.repository';

/** Keeps what desk and deals tell of pairs. It moves no score: a list shows it beside them. */
export const onPairSteps = (
  steps: PairStepRepository,
): Pick<EventHandlers, 'introduction.changed.v1' | 'response.changed.v1' | 'lot.changed.v1'> => ({
  'introduction.changed.v1': (ctx, { data, sequence }) => steps.put(ctx, stepOfIntroduction(data, sequence)),
  'response.changed.v1': (ctx, { data, sequence }) => steps.put(ctx, stepOfResponse(data, sequence)),
  'lot.changed.v1': (ctx, { data, sequence }) => steps.put(ctx, stepOfLot(data, sequence)),
});
