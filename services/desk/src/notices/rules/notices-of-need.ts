import type { NeedBody, NoticeKind } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type NoticeFacts } from '../notice';
import { needFacts } from './place-of';

/** What was published longer ago was brought in from elsewhere, and is no news. */
const newsMs = 2 * 86_400_000;

const becameOf: Readonly<Partial<Record<NeedBody['state'], NoticeKind>>> = {
  returned: 'need_returned',
  referred_to: 'need_referred',
  duplicate_of: 'need_merged',
  withdrawn: 'need_withdrawn',
};

/**
 * What the author and those who joined hear of their need: it is published, or it does not go on, and why. What follows
 * the deadline is told by its lots.
 * @param before as it was known, null for a draft
 * @param at when it happened
 */
export function noticesOfNeed(before: NeedBody | null, after: NeedBody, at: Date): NoticeDraft[] {
  const tell = (to: string, kind: NoticeKind, facts: NoticeFacts, fact = `v${after.version}`): NoticeDraft => ({
    to: toOrganisation(to),
    kind,
    subject: { type: 'need', id: after.id },
    fact,
    facts: { ...needFacts(after, after.title), ...facts },
  });
  const { publishedAt, responsesDueAt: dueAt } = after;
  const open = after.state === 'published' || after.state === 'responding';
  if (open && publishedAt !== null && before?.publishedAt !== publishedAt)
    return at.getTime() - Date.parse(publishedAt) <= newsMs
      ? [tell(after.organisationId, 'need_published', { dueAt }, `p${publishedAt}`)]
      : [];

  const kind = becameOf[after.state];
  // Of what was a draft nobody but its author knew.
  if (!kind || before === null || before.state === after.state) return [];
  const { outcome, joinedOrganisationIds = [] } = after;
  const facts = {
    reason: outcome?.reason ?? null,
    other: outcome?.referredTo?.name ?? null,
    item: outcome?.duplicateOf?.title ?? null,
  };
  const others = kind === 'need_returned' ? [] : joinedOrganisationIds.filter((id) => id !== after.organisationId);
  return [
    tell(after.organisationId, kind, facts),
    // Why it was withdrawn is between the author and whom it concerns.
    ...others.map((id) => tell(id, kind, { ...facts, reason: null, joined: true })),
  ];
}
