import type { IntroductionBody, LotBody, PairProgress, ResponseBody } from '@duijie/contracts';

/** What one introduction, response or lot says of a need and a provider. */
export interface PairStep {
  readonly kind: 'introduction' | 'response' | 'lot';
  readonly sourceId: string;
  readonly sequence: number;
  readonly needId: string;
  readonly lotId: string | null;
  /** Of the lot; 0 for an introduction. */
  readonly attempt: number;
  /** Null for a lot that nobody holds. */
  readonly organisationId: string | null;
  /** Null where no package was named: then every package of the provider is meant. */
  readonly packageId: string | null;
  /** Null where nothing is left of it. */
  readonly stage: PairProgress | null;
}

const steps: readonly PairProgress[] = ['shortlisted', 'introduced', 'declined', 'interested', 'responded', 'awarded'];
const introduced: Readonly<Record<IntroductionBody['state'], PairProgress | null>> = {
  shortlisted: 'shortlisted',
  introduced: 'introduced',
  interested: 'interested',
  declined: 'declined',
  withdrawn: null,
};

export const stepOfIntroduction = (introduction: IntroductionBody, sequence: number): PairStep => ({
  kind: 'introduction',
  sourceId: introduction.id,
  sequence,
  needId: introduction.needId,
  lotId: null,
  attempt: 0,
  organisationId: introduction.organisationId,
  packageId: introduction.packageId,
  stage: introduced[introduction.state],
});

export const stepOfResponse = (response: ResponseBody, sequence: number): PairStep => ({
  kind: 'response',
  sourceId: response.id,
  sequence,
  needId: response.needId,
  lotId: response.lotId,
  attempt: response.attempt,
  organisationId: response.organisationId,
  packageId: response.packageId,
  stage: ['draft', 'withdrawn', 'disqualified'].includes(response.state) ? null : 'responded',
});

export function stepOfLot(lot: LotBody, sequence: number): PairStep {
  const award = lot.award?.state === 'cancelled' ? null : lot.award;
  return {
    kind: 'lot',
    sourceId: lot.id,
    sequence,
    needId: lot.needId,
    lotId: lot.id,
    attempt: lot.attempt,
    organisationId: award?.organisationId ?? null,
    packageId: award?.packageId ?? null,
    stage: award && ['awarded', 'in_delivery', 'completed'].includes(lot.state) ? 'awarded' : null,
  };
}

/**
 * How far a pair is: the furthest step that names its package, or its provider without a package. What belongs to an
 * attempt of a lot that is over counts no more.
 * @param told everything told of the need
 */
export function progressOf(
  told: readonly PairStep[],
  pair: { readonly packageId: string; readonly providerId: string },
): PairProgress | null {
  const attempts = new Map(told.flatMap((step) => (step.kind === 'lot' ? [[step.lotId, step.attempt]] : [])));
  const stages = told.flatMap(({ organisationId, packageId, lotId, attempt, stage }) =>
    stage !== null &&
    organisationId === pair.providerId &&
    (packageId === null || packageId === pair.packageId) &&
    attempt >= (lotId === null ? 0 : (attempts.get(lotId) ?? 0))
      ? [stage]
      : [],
  );
  return steps.findLast((step) => stages.includes(step)) ?? null;
}
