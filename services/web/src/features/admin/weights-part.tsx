import { getMatchingWeights } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';

const useWords = defineWords('weights', {
  zh: {
    title: '评分权重',
    version: '现行版本 {{version}}',
    why: '服务包与需求的匹配分（0–100）由下面各项相加。权重对所有人公开。',
    points: '{{n}} 分',
    suggestions: '每个需求最多推荐 {{n}} 个服务包',
    settings: '计算用的其他数值',
  },
  en: {
    title: 'Weights of the score',
    version: 'Version {{version}}',
    why: 'The score of a package for a need (0–100) is the sum of these parts. The weights are public.',
    points: '{{n}} points',
    suggestions: 'At most {{n}} packages are suggested for a need',
    settings: 'Other figures of the reckoning',
  },
});
/** The engine counts in hundredths of a point. */
const shownPoints = (points: number): number => points / 100;

/** The published weights: what each part can bring at most, as words, points and a bar. */
export function WeightsPart() {
  const t = useWords();
  const { say } = useLanguage();
  const weights = useCall(getMatchingWeights, {});
  const parts = weights.data?.parts ?? [];
  const most = Math.max(1, ...parts.map(({ points }) => Math.abs(points)));
  return (
    <Section
      title={t('title')}
      extra={weights.data ? <span className="muted">{t('version', { version: weights.data.version })}</span> : null}
    >
      <p className="muted">{t('why')}</p>
      <ProblemAlert error={weights.error} again={() => void weights.refetch()} />
      {weights.isPending ? <Skeleton active /> : null}
      <ul className="kit-plain-list">
        {parts.map(({ part, points, words }) => (
          <li key={part} className="admin-weight">
            <span>{say(words)}</span>
            <span
              aria-hidden
              className={points < 0 ? 'admin-weight-bar admin-weight-less' : 'admin-weight-bar'}
              style={{ width: `${(Math.abs(points) / most) * 100}%` }}
            />
            <span>{t('points', { n: shownPoints(points) })}</span>
          </li>
        ))}
      </ul>
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
        </>
      ) : null}
    </Section>
  );
}
