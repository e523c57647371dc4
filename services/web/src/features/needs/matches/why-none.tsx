import { explainUnmatched } from '@duijie/contracts';
import { Empty } from 'antd';
import { useCall } from '../../../api/use-call';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('need-why-none', {
  zh: { none: '还没有合适的服务包' },
  en: { none: 'No package fits yet' },
});

/** Why nothing is suggested, and what stands in the way. */
export function WhyNone({ needId }: { readonly needId: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const reasons = useCall(explainUnmatched, { params: { needId } });
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t('none')}</div>
          {(reasons.data?.summary ?? []).map((words) => (
            <div key={words.zh} className="muted">
              {say(words)}
            </div>
          ))}
        </>
      }
    />
  );
}
