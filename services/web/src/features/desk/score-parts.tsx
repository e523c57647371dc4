import type { NeedMatch } from '@duijie/contracts';
import { ContributionBars } from '../../kit/contribution-bars';
import { useLanguage } from '../../words/language';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('score-parts', {
  zh: { rules: '硬性条件', unknown: '未知', waivable: '可豁免', fail: '不符' },
  en: { rules: 'Hard rules', unknown: 'not known', waivable: 'may be waived', fail: 'fails' },
});

/** What each part brings to a score, as bars with their points, and the hard rules that do not simply pass. */
export function ScoreParts({ contributions, findings }: Pick<NeedMatch, 'contributions' | 'findings'>) {
  const t = useWords();
  const { say } = useLanguage();
  const open = findings.filter(({ outcome }) => outcome !== 'pass');
  return (
    <>
      <ContributionBars parts={contributions} />
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
