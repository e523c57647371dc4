import { daysBetween, dayOf } from '@duijie/domain-kit';
import { Tag } from 'antd';
import { DayText } from './day-text';
import { useNow } from './use-now';
import { defineWords } from '../words/define-words';

const useWords = defineWords('contract-end', {
  zh: { over: '已到期', soon: '还有 {{n}} 天' },
  en: { over: 'expired', soon: '{{n}} days left' },
});
/** Half a year: what a change of the firm takes from the owners' assembly to the hand-over. */
const soonDays = 180;

/** When the contract of the property firm ends, and how soon that is. */
export function ContractEnd({ day }: { readonly day: string | null }) {
  const t = useWords();
  const today = dayOf(new Date(useNow()));
  if (day === null) return <span>—</span>;
  const left = daysBetween(today, day);
  return (
    <span className="kit-row">
      <DayText day={day} />
      {left < 0 ? (
        <Tag color="error">{t('over')}</Tag>
      ) : left <= soonDays ? (
        <Tag color="warning">{t('soon', { n: left })}</Tag>
      ) : null}
    </span>
  );
}
