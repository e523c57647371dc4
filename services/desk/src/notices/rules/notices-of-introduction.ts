import type { IntroductionBody, NeedBody, NoticeKind } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type NoticeRecipient } from '../notice';
import { needFacts } from './place-of';

/** An introduction after a step. */
export interface SteppedIntroduction extends Pick<
  IntroductionBody,
  'id' | 'needId' | 'needTitle' | 'posterId' | 'packageTitle' | 'by'
> {
  readonly version: number;
  readonly providerId: string;
  readonly providerName: string;
  readonly brokerPersonId: string;
  /** Whether the provider has heard of it. */
  readonly openToProvider: boolean;
  readonly answeredBy: 'provider' | 'poster' | 'broker' | null;
  readonly reason: string | null;
}

/**
 * The provider hears that it was introduced, the poster and the broker who introduced hear the answer. What only staff
 * may know, such as why a flag was refused, is not told.
 */
export function noticesOfIntroduction(one: SteppedIntroduction, step: string, need: NeedBody | null): NoticeDraft[] {
  const base = needFacts(need, one.needTitle);
  const tell = (to: NoticeRecipient, kind: NoticeKind, facts: NoticeDraft['facts'] = {}): NoticeDraft => ({
    to,
    kind,
    subject: { type: 'introduction', id: one.id },
    fact: `v${one.version}`,
    facts: { ...base, ...facts },
  });
  const provider = toOrganisation(one.providerId);
  const poster = toOrganisation(one.posterId);
  const broker: NoticeRecipient[] = one.by === 'broker' ? [{ type: 'person', id: one.brokerPersonId }] : [];
  const { providerName: other, reason } = one;
  if (step === 'introduced')
    return [tell(provider, 'introduction_made', { item: one.packageTitle, dueAt: need?.responsesDueAt ?? null })];
  if (step === 'interested') return [poster, ...broker].map((to) => tell(to, 'introduction_interested', { other }));
  if (step === 'declined') {
    const to = one.answeredBy === 'poster' ? [provider, ...broker] : [poster, ...broker];
    return to.map((each) => tell(each, 'introduction_declined', { other, reason }));
  }
  if (step === 'withdrawn' && one.openToProvider) return [tell(provider, 'introduction_withdrawn')];
  // A broker declined what the poster had asked for.
  return step === 'refused' && one.by === 'poster' ? [tell(poster, 'introduction_withdrawn')] : [];
}
