import { getProviderRecord, getTrackRecord } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('provider-record', {
  zh: {
    title: '业绩',
    line: '服务类目',
    rating: '评分',
    completed: '完成',
    ratings: '{{mean}} 分（{{count}} 条）',
    unrated: '—',
    before: '平台以前：完成 {{completed}} 个项目{{rating}}。来源：{{source}}',
    beforeRating: '，评分 {{mean}}（{{count}} 条）',
    none: '在本平台还没有完成的项目',
    method: '评分怎么算：',
  },
  en: {
    title: 'Record',
    line: 'Service',
    rating: 'Rating',
    completed: 'Completed',
    ratings: '{{mean}} ({{count}})',
    unrated: '—',
    before: 'Before this platform: {{completed}} projects{{rating}}. Source: {{source}}',
    beforeRating: ', rated {{mean}} ({{count}})',
    none: 'Nothing completed on this platform yet',
    method: 'How ratings are worked out: ',
  },
});

/** What a provider has done here by line of service, and what it had done before. */
export function ProviderRecord({ organisationId }: { readonly organisationId: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const leaves = useLeaves();
  const params = { organisationId };
  const record = useCall(getProviderRecord, { params });
  const former = useCall(getTrackRecord, { params });
  const { data } = record;
  return (
    <Section title={t('title')}>
      <ProblemAlert error={record.error} />
      {record.isPending ? <Skeleton active /> : null}
      {former.data?.source ? (
        <p>
          {t('before', {
            completed: former.data.completed,
            source: former.data.source,
            rating:
              former.data.ratingMean === null
                ? ''
                : t('beforeRating', { mean: former.data.ratingMean.toFixed(1), count: former.data.ratingCount }),
          })}
        </p>
      ) : null}
      {data && data.lines.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {data && data.lines.length > 0 ? (
        <Scroll label={t('title')}>
          <table className="kit-table">
            <thead>
              <tr>
                <th scope="col">{t('line')}</th>
                <th scope="col" className="kit-end">
                  {t('rating')}
                </th>
                <th scope="col" className="kit-end">
                  {t('completed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.lines.map(({ leaf, ratingMean, ratingCount, completed }) => (
                <tr key={leaf}>
                  <td>{leaves.nameOf(leaf)}</td>
                  <td className="kit-end">
                    {ratingMean === null
                      ? t('unrated')
                      : t('ratings', { mean: ratingMean.toFixed(1), count: ratingCount })}
                  </td>
                  <td className="kit-end">{completed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {data ? (
        <p className="muted">
          {t('method')}
          {say(data.method.words)}
        </p>
      ) : null}
    </Section>
  );
}
