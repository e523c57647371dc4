import type { NeedView } from '@duijie/contracts';
import { modes } from '@duijie/domain-kit';
import { Alert } from 'antd';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('need-terms-ahead', {
  zh: {
    least: '至少要有 {{n}} 份有效响应。到截止还不够，这次就不成立，要重新发布或换一种方式',
    days: '征集 {{n}} 天',
    open: '没有截止时间',
    enquiry: '先有 {{n}} 天提问期',
    sealed: '响应密封，截止前谁都看不到内容，只显示份数',
    notice: '结果公示 {{n}} 天，期满才签协议',
  },
  en: {
    least:
      'At least {{n}} valid responses are needed. With fewer at the deadline it fails, and is to be published again or another way',
    days: 'open for {{n}} days',
    open: 'no deadline',
    enquiry: '{{n}} days for questions first',
    sealed: 'sealed: until the deadline nobody reads the responses, only their number shows',
    notice: 'the result is posted for {{n}} days before the agreement',
  },
});

/** What the mode of a draft brings with it, where that is more than agreeing with one provider. */
export function TermsAhead({ view }: { readonly view: NeedView }) {
  const t = useWords();
  const { say, semicolon, colon } = useLanguage();
  const ahead = view.private?.termsAhead;
  if (!ahead || (ahead.leastResponses < 2 && !ahead.sealed && ahead.noticeDays === 0)) return null;
  const terms = [
    ahead.enquiryDays > 0 ? t('enquiry', { n: ahead.enquiryDays }) : '',
    ahead.responseDays === null ? (ahead.leastResponses > 1 ? t('open') : '') : t('days', { n: ahead.responseDays }),
    ahead.sealed ? t('sealed') : '',
    ahead.noticeDays > 0 ? t('notice', { n: ahead.noticeDays }) : '',
  ].filter((term) => term !== '');
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={`${say(modes[view.mode])}${colon}${terms.join(semicolon)}`}
      description={ahead.leastResponses > 1 ? t('least', { n: ahead.leastResponses }) : undefined}
    />
  );
}
