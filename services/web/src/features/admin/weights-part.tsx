import { getMatchingWeights } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useCall } from '../../api/use-call';
import { ContributionBars } from '../../kit/contribution-bars';
import { Moment } from '../../kit/moment';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import './admin.css';
import { ExposureLedger } from './weights/exposure-ledger';
import { WeightsVersions } from './weights/weights-versions';

const useWords = defineWords('weights', {
  zh: {
    title: '评分权重',
    version: '现行版本 {{version}}',
    why: '服务包与需求的匹配分（0–100）由下面各项相加，带减号的是扣分。权重对所有人公开。',
    suggestions: '每个需求最多推荐 {{n}} 个服务包',
    settings: '计算用的其他数值',
    history: '公布的变更',
    first: '初始',
    release: '发布',
    roll_back: '恢复',
  },
  en: {
    title: 'Weights of the score',
    version: 'Version {{version}}',
    why: 'The score of a package for a need (0–100) is the sum of these parts; those with a minus take from it. The weights are public.',
    suggestions: 'At most {{n}} packages are suggested for a need',
    settings: 'Other figures of the reckoning',
    history: 'Published changes',
    first: 'first',
    release: 'released',
    roll_back: 'put back',
  },
});
/** The published weights: what each part can bring or take at most, as words, points and a bar. */
export function WeightsPart() {
  const t = useWords();
  const weights = useCall(getMatchingWeights, {});
  // What limits take is said as a most; here it is seen to take.
  const parts = (weights.data?.parts ?? []).map((one) =>
    one.part === 'limits' ? { ...one, points: -one.points } : one,
  );
  return (
    <>
      <Section
        title={t('title')}
        extra={weights.data ? <span className="muted">{t('version', { version: weights.data.version })}</span> : null}
      >
        <p className="muted">{t('why')}</p>
        <ProblemAlert error={weights.error} again={() => void weights.refetch()} />
        {weights.isPending ? <Skeleton active /> : null}
        <div className="admin-weights">
          <ContributionBars parts={parts} digits={0} />
        </div>
        {weights.data ? (
          <>
            <p>{t('suggestions', { n: weights.data.suggestionsPerNeed })}</p>
            <details>
              <summary>{t('settings')}</summary>
              <Scroll label={t('title')}>
                <table className="kit-table">
                  <tbody>
                    {Object.entries(weights.data.settings).map(([name, value]) => (
                      <tr key={name}>
                        <td>
                          <code>{name}</code>
                        </td>
                        <td className="kit-end">{value}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            </details>
            <h3 className="kit-subheading">{t('history')}</h3>
            <ul className="kit-plain-list">
              {weights.data.history.map((one) => (
                <li key={one.at}>
                  {one.label} · {t(one.kind)} · <Moment at={one.at} /> <span className="muted">{one.reason}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>
      <WeightsVersions />
      <ExposureLedger />
    </>
  );
}
