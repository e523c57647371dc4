import type { AgreementSnapshot, AgreementTerms } from '@duijie/contracts';
import { splitFen } from '@duijie/domain-kit';
import type { Agreement } from './agreement';
import type { AwardOrigin } from './award-origin';

/** The terms of an agreement as they stand. */
export const termsOf = (one: Agreement): AgreementSnapshot => ({
  priceFen: one.priceFen,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  components: [...one.components],
  milestones: one.milestones.map(({ id, title, dueOn, amountFen }) => ({ id, title, dueOn, amountFen })),
});

/**
 * The terms that award and response say, so that nothing is typed twice: prices by component as offered; one price for
 * several components is split evenly, to be corrected in the draft; milestones as offered, else one for the whole.
 * @param leaves of the lot @param window of the need
 */
export function termsFromAward(
  origin: Pick<AwardOrigin, 'organisationId' | 'amountFen' | 'parts' | 'milestones'>,
  leaves: readonly string[],
  window: { readonly start: string | null; readonly end: string | null },
): AgreementSnapshot {
  const { amountFen, organisationId } = origin;
  const offered = leaves.map((code) => origin.parts.find((part) => part.code === code));
  const offeredSum = offered.reduce((sum, part) => sum + (part?.amountFen ?? 0), 0);
  const asOffered = amountFen === null || offeredSum === amountFen;
  const shares =
    amountFen === null || leaves.length === 0
      ? []
      : splitFen(
          amountFen,
          leaves.map(() => 1),
        );
  const amountOf = (at: number): number | null => {
    if (amountFen === null) return null;
    return asOffered ? (offered[at]?.amountFen ?? 0) : (shares[at] ?? 0);
  };
  return {
    priceFen: amountFen,
    startsOn: window.start,
    endsOn: window.end,
    components: leaves.map((code, at) => ({
      code,
      organisationId: offered[at]?.organisationId ?? organisationId,
      amountFen: amountOf(at),
    })),
    milestones: milestonesOf(origin, window.end),
  };
}

/** Instalments that are more than the price was agreed for fall away, and are set in the draft. */
function milestonesOf(
  { milestones, amountFen }: Pick<AwardOrigin, 'amountFen' | 'milestones'>,
  end: string | null,
): AgreementSnapshot['milestones'] {
  if (milestones.length === 0) return [{ id: null, title: '全部完成', dueOn: end, amountFen }];
  const sum = milestones.reduce((total, one) => total + (one.amountFen ?? 0), 0);
  return milestones.map((one) => ({ id: null, ...one, amountFen: sum > (amountFen ?? 0) ? null : one.amountFen }));
}

/** @returns the terms with what is given in place of what stands */
export const withTerms = (terms: AgreementSnapshot, given: AgreementTerms): AgreementSnapshot => ({
  priceFen: given.priceFen === undefined ? terms.priceFen : given.priceFen,
  startsOn: given.startsOn === undefined ? terms.startsOn : given.startsOn,
  endsOn: given.endsOn === undefined ? terms.endsOn : given.endsOn,
  components: given.components ?? repriced(terms, given.priceFen),
  milestones:
    given.milestones?.map(({ id, ...one }) => ({ id: id ?? null, ...one })) ??
    repricedMilestones(terms, given.priceFen),
});

/** One component follows the price by itself; several are for people to share out. */
function repriced(terms: AgreementSnapshot, priceFen: number | null | undefined): AgreementSnapshot['components'] {
  if (priceFen === undefined) return terms.components;
  if (priceFen === null) return terms.components.map((part) => ({ ...part, amountFen: null }));
  const [only] = terms.components;
  return terms.components.length === 1 && only ? [{ ...only, amountFen: priceFen }] : terms.components;
}

/** So does one milestone that was worth the whole price. */
function repricedMilestones(
  terms: AgreementSnapshot,
  priceFen: number | null | undefined,
): AgreementSnapshot['milestones'] {
  const [only] = terms.milestones;
  if (priceFen === undefined || terms.milestones.length !== 1 || !only || only.amountFen !== terms.priceFen)
    return terms.milestones;
  return [{ ...only, amountFen: priceFen }];
}
