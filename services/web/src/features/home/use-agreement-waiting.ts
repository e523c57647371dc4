import { listAgreements, type AgreementSummary } from '@duijie/contracts';
import { addDays, startOfDay } from '@duijie/domain-kit';
import { usePages } from '../../api/use-call';
import { defineWords } from '../../words/define-words';
import type { Source, Waiting } from './waiting-list';

const useWords = defineWords('agreement-waiting', {
  zh: {
    accept: '“{{title}}”已交付，等您验收',
    deliver: '“{{title}}”等您交付',
    toAccept: '去验收',
    toDeliver: '去交付',
    sign: '协议草稿等双方确认',
    toSign: '看协议',
  },
  en: {
    accept: '“{{title}}” was delivered and waits for your acceptance',
    deliver: '“{{title}}” is yours to deliver',
    toAccept: 'Accept',
    toDeliver: 'Deliver',
    sign: 'A draft of the agreement waits for both sides',
    toSign: 'Open',
  },
});

/** @returns agreements whose next milestone, or whose draft, waits for this side */
export function useAgreementWaiting(side: 'payer' | 'provider'): {
  readonly waiting: readonly Waiting[];
  readonly source: Source;
} {
  const t = useWords();
  const agreements = usePages<typeof listAgreements, AgreementSummary>(listAgreements, { query: { limit: 50, side } });
  const party = side === 'payer' ? 'poster' : 'provider';
  const waiting = agreements.items.flatMap((agreement): Waiting[] => {
    const { id, needTitle, state, next } = agreement;
    const shared = { key: id, title: needTitle, to: `/agreements/${id}` };
    if (state === 'drafted')
      // The poster sees the same as the next step of its lot.
      return side === 'payer' ? [] : [{ ...shared, what: t('sign'), until: null, action: t('toSign') }];
    if (state !== 'signed' || next?.waitsFor !== party) return [];
    return [
      {
        ...shared,
        what: t(party === 'poster' ? 'accept' : 'deliver', { title: next.title }),
        until: next.dueOn === null ? null : startOfDay(addDays(next.dueOn, 1)).toISOString(),
        late: next.overdue,
        action: t(party === 'poster' ? 'toAccept' : 'toDeliver'),
      },
    ];
  });
  return { waiting, source: agreements };
}
