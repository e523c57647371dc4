import { listExposure, type NamedExposure } from '@duijie/contracts';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../../api/use-call';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Scroll } from '../../../kit/scroll';
import { Section } from '../../../kit/section';
import { defineWords } from '../../../words/define-words';

const useWords = defineWords('exposure-ledger', {
  zh: {
    title: '推荐曝光账本',
    why: '每天名单算完后，把各机构按匹配分应得的份额与按排位得到的份额记一笔，近 90 天累计；被少展示的，在“扶持新机构”一项里补回。',
    none: '还没有记入',
    provider: '服务方',
    merit: '应得份额',
    had: '实际份额',
    owed: '欠缺',
    lists: '需求名单（个）',
    days: '天数',
    more: '更多',
  },
  en: {
    title: 'Ledger of exposure',
    why: 'Once a day, when the lists are made, the share that each provider’s scores call for is set against the share that its places brought, over 90 days; who is shown too little gets it back in “small and new providers”.',
    none: 'Nothing entered yet',
    provider: 'Provider',
    merit: 'Share by merit',
    had: 'Share had',
    owed: 'Owed',
    lists: 'Lists of needs',
    days: 'Days',
    more: 'More',
  },
});
const percent = (part: number, of: number, digits: number): string => `${((100 * part) / of).toFixed(digits)}%`;

/** Merit and exposure of providers, most owed first. */
export function ExposureLedger() {
  const t = useWords();
  const pages = usePages<typeof listExposure, NamedExposure>(listExposure, { query: { limit: 20 } });
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why')}</p>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.isSuccess && pages.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {pages.items.length > 0 ? (
        <Scroll label={t('title')}>
          <table className="kit-table" aria-label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('provider')}</th>
                {(['merit', 'had', 'owed', 'lists', 'days'] as const).map((name) => (
                  <th key={name} scope="col" className="kit-end">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pages.items.map((one) => (
                <tr key={one.providerId}>
                  <td>
                    <Link to={`/providers/${one.providerId}`}>{one.providerName}</Link>
                  </td>
                  <td className="kit-end">{percent(one.meritPpm, 1_000_000, 2)}</td>
                  <td className="kit-end">{percent(one.exposurePpm, 1_000_000, 2)}</td>
                  <td className="kit-end">{percent(one.owedPermille, 1000, 0)}</td>
                  <td className="kit-end">{one.lists}</td>
                  <td className="kit-end">{one.days}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
