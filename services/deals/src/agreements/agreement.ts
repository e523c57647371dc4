import type { AgreementBody, AgreementPart, AgreementView, MilestoneState, NeedBody } from '@duijie/contracts';
import { addDays, dayOf, type Day } from '@duijie/domain-kit';

/** A milestone as it is kept; what happened to it lies in its steps. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly amountFen: number | null;
  readonly state: MilestoneState;
  readonly deliveredAt: Date | null;
}
/** What one organisation is to be paid, and was. */
export interface Payee {
  readonly organisationId: string;
  readonly dueFen: number;
  readonly paidFen: number;
}
/** The milestone that waits for somebody, by the day on which that is due. */
export interface NextMilestone {
  readonly milestoneId: string;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly waitsFor: 'provider' | 'poster';
  /** From the day after on it is overdue; null where no day was set. */
  readonly attentionOn: Day | null;
}

/** An agreement as it is kept. */
export interface Agreement extends Pick<
  AgreementBody,
  | 'id'
  | 'version'
  | 'awardId'
  | 'lotId'
  | 'needId'
  | 'needTitle'
  | 'posterId'
  | 'posterName'
  | 'leadId'
  | 'leadName'
  | 'packageId'
  | 'packageVersion'
  | 'priceFen'
  | 'state'
  | 'signedOn'
  | 'startsOn'
  | 'endsOn'
  | 'because'
  | 'demo'
> {
  readonly mode: NeedBody['mode'];
  readonly funding: NeedBody['funding'];
  readonly district: string;
  readonly subdistrict: string | null;
  /** Where its need is about one. */
  readonly compoundId: string | null;
  readonly form: AgreementView['form'];
  /** Leaves of the lot, each of which is done by one organisation. */
  readonly leaves: readonly string[];
  /** The lead and the members of its consortium; others of its group join when they get a component. */
  readonly memberIds: readonly string[];
  readonly scanFileId: string | null;
  readonly posterConfirmedAt: Date | null;
  readonly providerConfirmedAt: Date | null;
  /** Who proposed the change that waits for the other side, and when; both null where none does. */
  readonly openChangeBy: 'payer' | 'provider' | null;
  readonly openChangeAt: Date | null;
  /** Price when it was signed, against which additions are measured. */
  readonly signedPriceFen: number | null;
  /** 0 until it is signed, then one more with each change. */
  readonly termsNumber: number;
  readonly conclusion: string | null;
  readonly handOver: readonly { id: string; title: string; done: boolean; doneAt: string | null }[];
  readonly endedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly components: readonly AgreementPart[];
  readonly milestones: readonly Milestone[];
  readonly payees: readonly Payee[];
}

/** No change waits, or none any more. */
export const noOpenChange = { openChangeBy: null, openChangeAt: null } as const;

/** Days that a delivery may wait for acceptance before it counts as overdue. Nothing follows from it but a reminder. */
export const acceptanceDays = 10;

/** Whether acceptance needs scores and members of the supervision committee. */
export const isFundProject = ({ funding }: Pick<Agreement, 'funding'>): boolean =>
  funding === 'special_fund' || funding === 'community_fund';

/** Whose turn a milestone is while its agreement runs, and by which day; null once it is accepted. */
export function attentionOf(milestone: Milestone): Pick<NextMilestone, 'waitsFor' | 'attentionOn'> | null {
  if (milestone.state === 'accepted') return null;
  if (milestone.state !== 'delivered') return { waitsFor: 'provider', attentionOn: milestone.dueOn };
  const delivered = milestone.deliveredAt;
  return { waitsFor: 'poster', attentionOn: delivered && addDays(dayOf(delivered), acceptanceDays) };
}

/** @returns the milestone of a running agreement that is due first, those without a day last, then in their order */
export function nextMilestoneOf({ state, milestones }: Pick<Agreement, 'state' | 'milestones'>): NextMilestone | null {
  if (state !== 'signed') return null;
  const waiting = milestones.flatMap((one) => {
    const attention = attentionOf(one);
    return attention ? [{ milestoneId: one.id, title: one.title, dueOn: one.dueOn, ...attention }] : [];
  });
  const never = '9999-12-31';
  return waiting.toSorted((a, b) => ((a.attentionOn ?? never) < (b.attentionOn ?? never) ? -1 : 1)).at(0) ?? null;
}

/** Whether what was due on `day` is late. */
export const isOverdue = (day: Day | null, now: Date): boolean => day !== null && day < dayOf(now);

/** Whose word about the terms is awaited, null where nobody's is. */
export function waitsFor(
  one: Pick<Agreement, 'state' | 'form' | 'posterConfirmedAt' | 'providerConfirmedAt' | 'openChangeBy'>,
): 'poster' | 'provider' | 'both' | null {
  if (one.openChangeBy !== null) return one.openChangeBy === 'payer' ? 'provider' : 'poster';
  if (one.state !== 'drafted') return null;
  if (one.form === 'paper' || one.providerConfirmedAt !== null) return 'poster';
  return one.posterConfirmedAt === null ? 'both' : 'provider';
}

/** What everybody may know of an agreement. */
export const agreementBodyOf = (one: Agreement): AgreementBody => ({
  id: one.id,
  version: one.version,
  needId: one.needId,
  lotId: one.lotId,
  awardId: one.awardId,
  needTitle: one.needTitle,
  posterId: one.posterId,
  posterName: one.posterName,
  leadId: one.leadId,
  leadName: one.leadName,
  packageId: one.packageId,
  packageVersion: one.packageVersion,
  components: [...one.components],
  priceFen: one.priceFen,
  state: one.state,
  signedOn: one.signedOn,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  milestones: one.milestones.map(({ deliveredAt: _deliveredAt, ...milestone }) => milestone),
  paidFen: one.payees.reduce((sum, { paidFen }) => sum + paidFen, 0),
  openChange:
    one.openChangeBy === null || one.openChangeAt === null
      ? null
      : { by: one.openChangeBy, at: one.openChangeAt.toISOString() },
  waitsFor: waitsFor(one),
  endedAt: one.endedAt?.toISOString() ?? null,
  because: one.because,
  updatedAt: one.updatedAt.toISOString(),
  demo: one.demo,
});
