import type { LotSummary } from '@duijie/contracts';

/** Whether a provider may be taken for a lot without a call for responses. */
export const mayAppoint = (lot: Pick<LotSummary, 'mode' | 'state' | 'nextStep'>): boolean =>
  (lot.mode === 'direct' || lot.mode === 'emergency' || lot.mode === 'recorded') &&
  (lot.state === 'open' || lot.state === 'deciding') &&
  lot.nextStep.code !== 'confirm';
