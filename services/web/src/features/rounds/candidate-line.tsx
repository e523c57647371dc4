import { CheckCircleFilled, PushpinOutlined, StopOutlined } from '@ant-design/icons';
import type { RoundCandidate, RoundMark } from '@duijie/contracts';
import { Button, Tag } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { ContributionBars } from '../../kit/contribution-bars';
import { ScoreBar } from '../../kit/score-bar';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { offerTones, roundModeWords, roundOfferWords } from './round-words';

const useWords = defineWords('round-candidate', {
  zh: {
    chosen: '选中',
    other: '{{mode}}会选',
    pin: '锁定',
    pinned: '已锁定',
    veto: '否决',
    vetoed: '已否决',
    pinIt: '锁定：{{title}}',
    unpinIt: '取消锁定：{{title}}',
    vetoIt: '否决：{{title}}',
    allowIt: '取消否决：{{title}}',
    why: '得分明细',
    whyOf: '得分明细：{{title}}',
    less: '收起',
  },
  en: {
    chosen: 'Chosen',
    other: '{{mode}} would choose it',
    pin: 'Pin',
    pinned: 'Pinned',
    veto: 'Veto',
    vetoed: 'Vetoed',
    pinIt: 'Pin: {{title}}',
    unpinIt: 'Take the pin back: {{title}}',
    vetoIt: 'Veto: {{title}}',
    allowIt: 'Take the veto back: {{title}}',
    why: 'How it scores',
    whyOf: 'How it scores: {{title}}',
    less: 'Fold',
  },
});

/** A package that may be offered: its score, what speaks for it, whether it is chosen. @param onMark null where nothing can be changed */
export function CandidateLine({
  candidate,
  onMark,
  pending,
}: {
  readonly candidate: RoundCandidate;
  readonly onMark: ((mark: RoundMark | null) => void) | null;
  readonly pending: boolean;
}) {
  const t = useWords();
  const { say, semicolon, comma } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { packageTitle: title, mark, outcome, chosenBy } = candidate;
  const chosen = chosenBy.includes('optimum');
  const others = chosenBy.filter((mode) => mode !== 'optimum');
  return (
    <li className={`round-candidate${chosen ? ' round-chosen' : ''}${mark === 'vetoed' ? ' round-vetoed' : ''}`}>
      <div className="round-candidate-head">
        <div style={{ minWidth: 0 }}>
          <div className="kit-row">
            {chosen ? (
              <span className="round-mark">
                <CheckCircleFilled aria-hidden /> {t('chosen')}
              </span>
            ) : null}
            <Link to={`/packages/${candidate.packageId}`}>{title}</Link>
            <span className="muted">{candidate.providerName}</span>
            {outcome ? (
              <StateTag vocabulary={roundOfferWords} code={outcome.state} tone={offerTones[outcome.state]} />
            ) : null}
            {!chosen && others.length > 0 ? (
              <Tag>{t('other', { mode: others.map((mode) => say(roundModeWords[mode])).join(comma) })}</Tag>
            ) : null}
          </div>
          {outcome?.words ? <div>{say(outcome.words)}</div> : null}
          <div className="muted">{candidate.reasons.map((reason) => say(reason)).join(semicolon)}</div>
        </div>
        <div className="round-candidate-acts">
          <ScoreBar score={candidate.scoreShown} />
          {candidate.contributions.length > 0 ? (
            <Button
              type="link"
              size="small"
              aria-expanded={open}
              aria-controls={id}
              aria-label={open ? t('less') : t('whyOf', { title })}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'less' : 'why')}
            </Button>
          ) : null}
          {onMark ? (
            <>
              <Button
                size="small"
                icon={<PushpinOutlined aria-hidden />}
                type={mark === 'pinned' ? 'primary' : 'default'}
                aria-pressed={mark === 'pinned'}
                aria-label={t(mark === 'pinned' ? 'unpinIt' : 'pinIt', { title })}
                disabled={pending}
                onClick={() => onMark(mark === 'pinned' ? null : 'pinned')}
              >
                {t(mark === 'pinned' ? 'pinned' : 'pin')}
              </Button>
              <Button
                size="small"
                danger={mark === 'vetoed'}
                icon={<StopOutlined aria-hidden />}
                aria-pressed={mark === 'vetoed'}
                aria-label={t(mark === 'vetoed' ? 'allowIt' : 'vetoIt', { title })}
                disabled={pending}
                onClick={() => onMark(mark === 'vetoed' ? null : 'vetoed')}
              >
                {t(mark === 'vetoed' ? 'vetoed' : 'veto')}
              </Button>
            </>
          ) : mark ? (
            <Tag>{t(mark)}</Tag>
          ) : null}
        </div>
      </div>
      {open ? (
        <div id={id}>
          <ContributionBars parts={candidate.contributions} />
        </div>
      ) : null}
    </li>
  );
}
