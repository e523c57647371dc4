import {
  correctionThreshold,
  listCorrections,
  restoreCorrection,
  takeBackCorrection,
  type UnderstandingCorrection,
} from '@duijie/contracts';
import { Button, Empty, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { Scroll } from '../../kit/scroll';
import { useAct } from '../../kit/use-act';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('corrections', {
  zh: {
    intro:
      '居民和社区改了系统读到的服务，这里按说法计数：至少 {{needs}} 个需求、{{organisations}} 家单位、占 {{share}}% 才采用，可以随时不采用。',
    phrase: '说法',
    leaf: '服务',
    means: '就是指',
    not: '不是指',
    counted: '次数',
    needs: '{{n}} 个需求，{{of}} 家单位，占 {{share}}%',
    examples: '例子',
    state: '状态',
    used: '已采用',
    waiting: '计数中',
    takenBack: '已停用',
    takeBack: '不采用',
    restore: '重新采用',
    what: '系统不再按这条说法理解文字，计数保留。',
    taken: '已停用',
    restored: '已重新采用',
    none: '还没有更正',
    more: '更多',
  },
  en: {
    intro:
      'What posters corrected, counted by phrase: used from {{needs}} needs of {{organisations}} organisations and {{share}}% on; it can be taken back at any time.',
    phrase: 'Phrase',
    leaf: 'Service',
    means: 'means',
    not: 'does not mean',
    counted: 'Counted',
    needs: '{{n}} needs of {{of}} organisations, {{share}}%',
    examples: 'Examples',
    state: 'State',
    used: 'Used',
    waiting: 'Counting',
    takenBack: 'Taken back',
    takeBack: 'Take back',
    restore: 'Use again',
    what: 'Texts are no longer read by this phrase; what was counted stays.',
    taken: 'Taken back',
    restored: 'Used again',
    none: 'No corrections yet',
    more: 'More',
  },
});

/** What was learnt from corrections: counted, inspected, taken back. @param mayChange whether the viewer may take back */
export function CorrectionsPart({ mayChange }: { readonly mayChange: boolean }) {
  const t = useWords();
  const { nameOf } = useLeaves();
  const [asking, setAsking] = useState<UnderstandingCorrection | null>(null);
  const pages = usePages<typeof listCorrections, UnderstandingCorrection>(listCorrections, { query: { limit: 50 } });
  const takeBack = useAct(takeBackCorrection, [listCorrections], t('taken'), true);
  const restore = useAct(restoreCorrection, [listCorrections], t('restored'));
  const stateOf = ({ used, takenBack }: UnderstandingCorrection): 'used' | 'takenBack' | 'waiting' =>
    takenBack ? 'takenBack' : used ? 'used' : 'waiting';
  const { needs, organisations, sharePercent } = correctionThreshold;
  return (
    <>
      <p className="muted">{t('intro', { needs, organisations, share: sharePercent })}</p>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      {pages.items.length > 0 ? (
        <Scroll label={t('phrase')}>
          <table className="kit-table">
            <thead>
              <tr>
                {(['phrase', 'leaf', 'counted', 'examples', 'state'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pages.items.map((one) => (
                <tr key={one.id}>
                  <td>{one.phrase}</td>
                  <td>
                    {t(one.verdict)} {nameOf(one.leaf)}
                  </td>
                  <td>{t('needs', { n: one.needs, of: one.organisations, share: one.sharePercent })}</td>
                  <td>
                    <ul className="kit-plain-list kit-link-list">
                      {one.examples.map(({ needId, title }) => (
                        <li key={needId}>
                          <Link to={`/needs/${needId}`}>{title}</Link>
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td>
                    <Tag color={one.used ? 'success' : 'default'}>{t(stateOf(one))}</Tag>
                    {one.takenBack ? <span className="muted">{one.takenBack.reason}</span> : null}
                    {mayChange ? (
                      one.takenBack ? (
                        <Button
                          size="small"
                          loading={restore.pending}
                          onClick={() => restore.act({ params: { correctionId: one.id }, ifMatch: one.version })}
                        >
                          {t('restore')}
                        </Button>
                      ) : (
                        <Button size="small" onClick={() => setAsking(one)}>
                          {t('takeBack')}
                        </Button>
                      )
                    ) : null}
                  </td>
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
      {asking ? (
        <ReasonModal
          title={t('takeBack')}
          explanation={t('what')}
          confirm={t('takeBack')}
          pending={takeBack.pending}
          error={takeBack.error}
          onConfirm={(reason) =>
            takeBack.act({ params: { correctionId: asking.id }, ifMatch: asking.version, body: { reason } }, () =>
              setAsking(null),
            )
          }
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
