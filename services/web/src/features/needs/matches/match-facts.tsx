import { organisationKinds } from '@duijie/domain-kit';
import type { NeedMatch } from '@duijie/contracts';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { ContributionBars } from '../../../kit/contribution-bars';
import { PriceTag } from '../../../kit/price-tag';
import { ScoreBar } from '../../../kit/score-bar';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import '../needs.css';

const useWords = defineWords('need-match-facts', {
  zh: { core: '核心服务', demo: '虚构', parts: '分数怎么来的' },
  en: { core: 'Core service', demo: 'Invented', parts: 'How the score comes about' },
});

/** One suggestion: who, what, for how much, how well it fits and why. */
export function MatchFacts({ match }: { readonly match: NeedMatch }) {
  const t = useWords();
  const { say } = useLanguage();
  const { package: offered } = match;
  return (
    <div className="need-match">
      <div className="kit-row kit-row-spread">
        <Link to={`/packages/${offered.id}`} className="need-match-title">
          {offered.title}
        </Link>
        <ScoreBar score={match.scoreShown} />
      </div>
      <div className="kit-row muted">
        <span>{offered.providerName}</span>
        <span>{say(organisationKinds[offered.providerKind])}</span>
        <PriceTag price={offered.price} />
        {offered.coreService ? <Tag color="gold">{t('core')}</Tag> : null}
        {offered.demo ? <Tag>{t('demo')}</Tag> : null}
      </div>
      {match.flags.map((flag) => (
        <Tag key={flag.code} color="warning" style={{ whiteSpace: 'normal' }}>
          {say(flag.words)}
        </Tag>
      ))}
      <ul className="need-reasons">
        {match.reasons.slice(0, 3).map((reason) => (
          <li key={reason.zh}>{say(reason)}</li>
        ))}
      </ul>
      <details className="need-parts">
        <summary>{t('parts')}</summary>
        <ContributionBars parts={match.contributions} />
        <ul className="kit-plain-list">
          {match.findings
            .filter(({ outcome }) => outcome !== 'pass')
            .map((finding) => (
              <li key={finding.rule} className="muted">
                {say(finding.words)}
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}
