import type { NeedMatch } from '@duijie/contracts';
import { useLanguage } from '../../words/language';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('score-parts', {
  zh: { points: '{{n}} 分', rules: '硬性条件', unknown: '未知', waivable: '可豁免', fail: '不符' },
  en: { points: '{{n}} points', rules: 'Hard rules', unknown: 'not known', waivable: 'may be waived', fail: 'fails' },
});

/** What each part brings to a score, as bars with their points, and the hard rules that do not simply pass. */
export function ScoreParts({ contributions, findings }: Pick<NeedMatch, 'contributions' | 'findings'>) {
  const t = useWords();
  const { say } = useLanguage();
  const most = Math.max(1, ...contributions.map(({ points }) => Math.abs(points)));
  const open = findings.filter(({ outcome }) => outcome !== 'pass');
  return (
    <>
      <div className="desk-parts">
        {contributions.map(({ part, points, words }) => (
          <div key={part} style={{ display: 'contents' }}>
            <span>{say(words)}</span>
            <span className="desk-part-track" aria-hidden>
              <span
                className={points < 0 ? 'desk-part-fill desk-part-less' : 'desk-part-fill'}
                style={{ width: `${(Math.abs(points) / most) * 100}%` }}
              />
            </span>
            <span className="kit-number" aria-label={t('points', { n: (points / 100).toFixed(1) })}>
              {(points / 100).toFixed(1)}
            </span>
          </div>
        ))}
      </div>
      {open.length > 0 ? (
        <>
          <div className="muted">{t('rules')}</div>
          <ul style={{ margin: '0 0 8px', paddingInlineStart: 20 }}>
            {open.map(({ rule, outcome, words }) => (
              <li key={rule}>
                {say(words)} {outcome === 'pass' ? null : <span className="muted">({t(outcome)})</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
