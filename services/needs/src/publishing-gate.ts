import { ValidationFailed, type Fault } from '@duijie/service-kit';
import { leavesOf, type Need } from './need';
import { askedBases } from './rules/asked-bases';
import type { RuleScope } from './rules/applicable-rules';
import type { RuleBook } from './rules/rule';

/** Decisions that rules ask for behind a need, and whether it has them. */
export const basesOf = (need: Need, book: RuleBook, on: RuleScope['on']) =>
  askedBases({ leaves: leavesOf(need), funding: need.funding, decisionBasis: need.decisionBasis }, book.basis, {
    district: need.place.district,
    on,
  });

/** Decisions that must be there before a need is published, and are not. */
export const basesMissing = (need: Need, book: RuleBook, on: RuleScope['on']) =>
  basesOf(need, book, on).filter((basis) => basis.gate === 'publishing' && !basis.given);

/** Decisions that must be there before a need is awarded, and are not; in words. */
export const basesMissingToDecide = (need: Need, book: RuleBook, on: RuleScope['on']): Need['missingBases'] =>
  basesOf(need, book, on)
    .filter((basis) => basis.gate === 'deciding' && !basis.given)
    .map(({ zh, en }) => ({ zh, en }));

/** What is wrong with the mode of a need that is to be published: some ask for a reason. */
export const modeFaults = (need: Need): Fault[] =>
  (need.mode === 'emergency' || need.mode === 'recorded') && !need.modeReason
    ? [{ pointer: '/modeReason', detail: { zh: '请说明采用这种方式的理由', en: 'Say why this mode is used' } }]
    : [];

/** @throws ValidationFailed at `/decisionBasis` naming each decision that is missing, at `/modeReason` where one is asked */
export function requirePublishable(need: Need, book: RuleBook, on: RuleScope['on']): void {
  const missing = basesMissing(need, book, on).map((basis) => ({
    pointer: '/decisionBasis',
    detail: {
      zh: `发布前须附决策依据：${basis.zh}（日期和扫描件）${basis.source ? `。依据：${basis.source}` : ''}`,
      en: `Before publication this is asked for with its day and its scan: ${basis.en}${basis.source ? ` (${basis.source})` : ''}`,
    },
  }));
  const faults = [...missing, ...modeFaults(need)];
  if (faults.length > 0) throw new ValidationFailed(faults, { reason: 'need.not-publishable' });
}

/** Whether a need may go public before anybody has looked: its poster calls it an emergency and says why. */
export const isEmergency = (need: Need): boolean =>
  Boolean(need.modeReason) &&
  (need.mode === 'emergency' || (need.urgency === 'emergency' && !need.proposed.includes('urgency')));
