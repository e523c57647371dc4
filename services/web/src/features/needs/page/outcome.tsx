import type { NeedView } from '@duijie/contracts';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('need-outcome', {
  zh: {
    returned: '已退回，请修改后再提交',
    submitted: '已提交，等街道或协会审核后发布',
    withdrawn: '已撤回',
    failed: '没有成交，可以换个方式重新发布',
    duplicate: '并入了另一条需求',
    see: '查看那条需求',
    referred: '已转给：{{name}}',
    missing: '确定承接方之前，还要补：{{list}}',
  },
  en: {
    returned: 'Returned: correct it and submit again',
    submitted: 'Submitted: it is published once it was looked at',
    withdrawn: 'Withdrawn',
    failed: 'Nobody took it. It may be published again another way',
    duplicate: 'Merged into another need',
    see: 'See that need',
    referred: 'Referred to: {{name}}',
    missing: 'Before it can be decided, this is asked for: {{list}}',
  },
});

/** Why a need does not go on, or what it waits for. */
export function Outcome({ need, missing }: { readonly need: NeedView; readonly missing: readonly string[] }) {
  const t = useWords();
  const { comma } = useLanguage();
  const because = need.private?.returnedBecause ?? undefined;
  const failed = need.progress.find((lot) => lot.because)?.because?.zh;
  const alert = (type: 'info' | 'warning' | 'error', title: string, description?: React.ReactNode) => (
    <Alert type={type} showIcon title={title} description={description} style={{ marginBottom: 12 }} />
  );
  switch (need.state) {
    case 'returned':
      return alert('warning', t('returned'), because);
    case 'submitted':
      return alert('info', t('submitted'));
    case 'withdrawn':
      return alert('info', t('withdrawn'), need.withdrawnBecause);
    case 'failed':
      return alert('warning', t('failed'), failed);
    case 'duplicate_of':
      return alert(
        'info',
        t('duplicate'),
        need.duplicateOf ? <Link to={`/needs/${need.duplicateOf}`}>{t('see')}</Link> : null,
      );
    case 'referred_to':
      return alert('info', t('referred', { name: need.referredTo?.name ?? '' }));
    case 'draft':
    case 'published':
    case 'responding':
    case 'deciding':
    case 'awarded':
    case 'in_delivery':
    case 'completed':
      return missing.length > 0 ? alert('warning', t('missing', { list: missing.join(comma) })) : null;
  }
}
