import { correctionThreshold, type UnderstandingCorrection } from '@duijie/contracts';

/** A phrase and what somebody's correction says of it. */
export interface CorrectedPhrase {
  readonly phrase: string;
  readonly leaf: string;
  readonly verdict: UnderstandingCorrection['verdict'];
}
/** What was counted of a phrase. */
export interface Correction extends CorrectedPhrase {
  readonly id: string;
  readonly needs: number;
  readonly organisations: number;
  /** Needs counted for the phrase that could have said otherwise, these included. */
  readonly counted: number;
  readonly takenBackReason: string | null;
  readonly lastAt: Date;
  readonly version: number;
}

/** Share of what was counted, whole per cent. */
export const shareOf = ({ needs, counted }: Pick<Correction, 'needs' | 'counted'>): number =>
  counted === 0 ? 0 : Math.floor((100 * needs) / counted);

/** Whether the understanding goes by it: often enough, by enough organisations, and not contradicted too often. */
export const isUsed = (
  correction: Pick<Correction, 'needs' | 'organisations' | 'counted' | 'takenBackReason'>,
): boolean =>
  correction.takenBackReason === null &&
  correction.needs >= correctionThreshold.needs &&
  correction.organisations >= correctionThreshold.organisations &&
  shareOf(correction) >= correctionThreshold.sharePercent;
