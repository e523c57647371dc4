import { listPackageMatches, type PackageView } from '@duijie/contracts';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { Budget } from '../../kit/money';
import { ProblemAlert } from '../../kit/problem-alert';
import { ScoreBar } from '../../kit/score-bar';
import { Section } from '../../kit/section';
import { WiderArea } from '../../kit/wider-area';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('would-fit', {
  zh: {
    title: '适合的需求',
    supposed: '上架后会适合 {{n}} 个公开需求',
    paused: '恢复接单后会适合 {{n}} 个公开需求',
    fits: '正适合 {{n}} 个公开需求',
    save: '保存草稿后，这里会显示哪些公开需求适合。',
    none: '现在没有适合的公开需求。放宽服务区域、补充类目或说明，可能就有了。',
    settling: '正在计算…',
    listed: '已上架，正在计算适合的需求…',
  },
  en: {
    title: 'Needs that fit',
    supposed: 'Once published it would fit {{n}} open needs',
    paused: 'Once resumed it would fit {{n}} open needs',
    fits: 'Fits {{n}} open needs',
    save: 'Save the draft, and the open needs that it would fit appear here.',
    none: 'No open need fits now. A wider area, more services or a fuller description may help.',
    settling: 'Being worked out …',
    listed: 'It is published; the needs that it fits are being worked out …',
  },
});

/** What fits a package, or would if it were open. @param pack null before it is first saved */
export function WouldFit({ pack }: { readonly pack: Pick<PackageView, 'id' | 'state'> | null }) {
  const t = useWords();
  const { say } = useLanguage();
  /** Published a moment ago: what is supposed of a draft still answers. */
  const behind = ({ supposed }: { readonly supposed: boolean }): boolean => supposed && pack?.state === 'published';
  const { data, error, isPending } = useCall(
    listPackageMatches,
    { params: { packageId: pack?.id ?? '' }, query: { limit: 5 } },
    { enabled: pack !== null, everyMs: (last) => (last && behind(last) ? 1500 : 10_000) },
  );
  return (
    <Section title={t('title')}>
      {pack === null ? <span className="muted">{t('save')}</span> : null}
      <ProblemAlert error={error} />
      {pack !== null && isPending ? <Skeleton active /> : null}
      {data ? (
        <>
          <p>
            {behind(data) ? (
              <span className="muted">{t('listed')}</span>
            ) : (
              <b>
                {t(data.supposed ? (pack?.state === 'suspended' ? 'paused' : 'supposed') : 'fits', { n: data.total })}
              </b>
            )}
            {data.upToDate || behind(data) ? null : <span className="muted"> {t('settling')}</span>}
          </p>
          <WiderArea wider={data.wider} />
          {data.items.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> : null}
          <ul className="kit-plain-list">
            {data.items.map(({ need, scoreShown, reasons }) => (
              <li key={need.id} className="would-fit-item">
                <div>
                  <Link to={`/needs/${need.id}`}>{need.title}</Link>
                </div>
                <ScoreBar score={scoreShown} />
                <div className="muted">
                  {need.organisationName} · <Budget money={need.money} />
                </div>
                <div className="muted">{reasons.map((reason) => say(reason)).join(' · ')}</div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}
