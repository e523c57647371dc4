import type { AgreementView } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import type { ConflictField } from '../../kit/conflict/differences';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import type { WholeTerms } from './terms-form';

const useWords = defineWords('terms-fields', {
  zh: { priceFen: '总价', startsOn: '开始日期', endsOn: '结束日期', components: '分项', milestones: '节点' },
  en: {
    priceFen: 'Price',
    startsOn: 'Starts on',
    endsOn: 'Ends on',
    components: 'Components',
    milestones: 'Milestones',
  },
});

/** The terms of an agreement in words, for whoever compares two versions of them. */
export function useTermsFields({ members }: AgreementView): readonly ConflictField<WholeTerms>[] {
  const t = useWords();
  const leaves = useLeaves();
  const { language } = useLanguage();
  const money = (fen: number | null | undefined): string | null => (fen == null ? null : formatFen(fen, language));
  const nameOf = (id: string): string =>
    members.find(({ organisationId }) => organisationId === id)?.organisationName ?? '';
  const line = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
  return [
    { key: 'priceFen', label: t('priceFen'), show: ({ priceFen }) => money(priceFen) ?? '' },
    { key: 'startsOn', label: t('startsOn') },
    { key: 'endsOn', label: t('endsOn') },
    {
      key: 'components',
      label: t('components'),
      show: ({ components }) =>
        components
          .map(({ code, organisationId, amountFen }) =>
            line(leaves.nameOf(code), nameOf(organisationId), money(amountFen)),
          )
          .join('\n'),
    },
    {
      key: 'milestones',
      label: t('milestones'),
      show: ({ milestones }) =>
        milestones.map(({ title, dueOn, amountFen }) => line(title, dueOn, money(amountFen))).join('\n'),
    },
  ];
}
