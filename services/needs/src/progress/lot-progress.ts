import type { LotBody } from '@duijie/contracts';

/** How far a lot is, as its last event told it. */
export interface LotProgress extends Pick<
  LotBody,
  | 'needId'
  | 'needVersion'
  | 'state'
  | 'attempt'
  | 'responsesDueAt'
  | 'responseCount'
  | 'award'
  | 'agreementId'
  | 'because'
> {
  readonly lotId: string;
  /** Of the event. */
  readonly sequence: number;
  /** The need that goes on with this attempt of it, which had ended; null without one. */
  readonly takenUpBy: string | null;
}

export const progressOf = (lot: LotBody, sequence: number): Omit<LotProgress, 'takenUpBy'> => ({
  lotId: lot.id,
  sequence,
  needId: lot.needId,
  needVersion: lot.needVersion,
  state: lot.state,
  attempt: lot.attempt,
  responsesDueAt: lot.responsesDueAt,
  responseCount: lot.responseCount,
  award: lot.award,
  agreementId: lot.agreementId,
  because: lot.because,
});
