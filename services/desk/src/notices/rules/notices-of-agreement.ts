import type { AgreementBody, NeedBody, NoticeKind } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type NoticeFacts } from '../notice';
import { needFacts } from './place-of';

const became: Readonly<Record<AgreementBody['state'], NoticeKind>> = {
  drafted: 'agreement_to_sign',
  signed: 'agreement_signed',
  completed: 'agreement_completed',
  terminated: 'agreement_terminated',
  cancelled: 'agreement_cancelled',
};
const milestoneBecame = {
  delivered: 'milestone_delivered',
  accepted: 'milestone_accepted',
  sent_back: 'milestone_sent_back',
} as const;

/** What both sides agreed upon, as one text to compare. */
const termsOf = ({ priceFen, startsOn, endsOn, components, milestones }: AgreementBody): string =>
  JSON.stringify([
    priceFen,
    startsOn,
    endsOn,
    components.map(({ code, organisationId, amountFen }) => [code, organisationId, amountFen]),
    milestones.map(({ id, title, dueOn, amountFen }) => [id, title, dueOn, amountFen]),
  ]);

/** Those who deliver: the leader and whoever does a component. */
const deliverers = ({ leadId, components }: AgreementBody): string[] => [
  ...new Set([leadId, ...components.map(({ organisationId }) => organisationId)]),
];

/**
 * What the parties hear of their agreement: also that its draft was changed, since whoever had confirmed it confirms anew;
 * and of a change of what is signed the other side at once, since it waits for its answer.
 */
export function noticesOfAgreement(
  before: AgreementBody | null,
  after: AgreementBody,
  need: NeedBody | null,
): NoticeDraft[] {
  const base = needFacts(need, after.needTitle);
  const tell = (to: string, kind: NoticeKind, fact: string, facts: NoticeFacts = {}): NoticeDraft => ({
    to: toOrganisation(to),
    kind,
    subject: { type: 'agreement', id: after.id },
    fact,
    facts: { ...base, ...facts },
  });
  const providers = deliverers(after);
  const all = [after.posterId, ...providers];
  const drafts: NoticeDraft[] = [];

  if (before?.state !== after.state)
    drafts.push(...all.map((id) => tell(id, became[after.state], after.state, { reason: after.because })));
  else if (termsOf(before) !== termsOf(after)) {
    if (after.state === 'signed') drafts.push(...all.map((id) => tell(id, 'agreement_changed', `v${after.version}`)));
    if (after.state === 'drafted')
      drafts.push(...all.map((id) => tell(id, 'agreement_draft_changed', `v${after.version}`)));
  } else if (after.state === 'signed' && before.openChange && !after.openChange)
    drafts.push(...all.map((id) => tell(id, 'agreement_change_closed', `v${after.version}`)));

  const proposed = after.openChange;
  if (proposed && before?.openChange?.at !== proposed.at) {
    const [to, other] = proposed.by === 'payer' ? [providers, after.posterName] : [[after.posterId], after.leadName];
    drafts.push(...to.map((id) => tell(id, 'agreement_change_proposed', `v${after.version}`, { other })));
  }

  for (const { id, title: item, state } of after.milestones) {
    const was = before?.milestones.find((one) => one.id === id)?.state ?? 'planned';
    if (state === 'planned' || state === was || before === null) continue;
    const fact = `${id}.${after.version}`;
    const to = state === 'delivered' ? [after.posterId] : providers;
    drafts.push(...to.map((one) => tell(one, milestoneBecame[state], fact, { item, other: after.leadName })));
  }
  return drafts;
}
