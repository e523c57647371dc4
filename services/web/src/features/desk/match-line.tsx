import type { ConflictCheckView, IntroductionView, NeedMatch } from '@duijie/contracts';
import { Alert, Button, Checkbox, Input, Tag } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { ScoreBar } from '../../kit/score-bar';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { introductionWords } from './desk-vocabularies';
import { ScoreParts } from './score-parts';

const useWords = defineWords('match-line', {
  zh: {
    choose: '选中推介：{{title}}',
    why: '得分明细',
    less: '收起明细',
    blocked: '利益回避：不能推介',
    flagged: '有关联，推介前请写明核定理由',
    clearance: '核定理由',
    dismiss: '不再推荐',
    demo: '虚构',
  },
  en: {
    choose: 'Choose to introduce: {{title}}',
    why: 'How it scores',
    less: 'Fold',
    blocked: 'Conflict of interest: cannot be introduced',
    flagged: 'There is a tie: write down why it is cleared before you introduce it',
    clearance: 'Why it is cleared',
    dismiss: 'Dismiss',
    demo: 'invented',
  },
});

/** One package that fits a need, with what speaks for it, and whether it may be introduced. */
export function MatchLine({
  match,
  conflict,
  introduction,
  chosen,
  clearance,
  selectable,
  onChoose,
  onClearance,
  onDismiss,
}: {
  readonly match: NeedMatch;
  readonly conflict: ConflictCheckView | undefined;
  readonly introduction: IntroductionView | undefined;
  readonly chosen: boolean;
  readonly clearance: string;
  readonly selectable: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onClearance: (reason: string) => void;
  readonly onDismiss: () => void;
}) {
  const t = useWords();
  const { say, semicolon } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { package: offered } = match;
  const blocked = conflict?.outcome === 'blocked';
  const flagged = conflict?.outcome === 'flagged';
  return (
    <li className="desk-match">
      <div className="desk-match-head">
        <Checkbox
          aria-label={t('choose', { title: offered.title })}
          checked={chosen}
          disabled={!selectable || blocked || introduction !== undefined}
          onChange={({ target }) => onChoose(target.checked)}
        />
        <div style={{ minWidth: 0 }}>
          <div className="kit-row">
            <Link to={`/packages/${offered.id}`}>
              <b>{offered.title}</b>
            </Link>
            {introduction ? <StateTag vocabulary={introductionWords} code={introduction.state} /> : null}
            {offered.demo ? <Tag>{t('demo')}</Tag> : null}
          </div>
          <div className="muted">
            {match.rank}. {offered.providerName}
          </div>
          <div>{match.reasons.map((reason) => say(reason)).join(semicolon)}</div>
          {match.flags.map((flag) => (
            <Tag key={flag.code + (flag.organisationId ?? '')} color="warning" style={{ whiteSpace: 'normal' }}>
              {say(flag.words)}
            </Tag>
          ))}
        </div>
        <div className="kit-row">
          <ScoreBar score={match.scoreShown} />
          <Button type="link" size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {t(open ? 'less' : 'why')}
          </Button>
        </div>
      </div>
      {blocked || flagged ? (
        <Alert
          style={{ marginTop: 8 }}
          type={blocked ? 'error' : 'warning'}
          title={t(blocked ? 'blocked' : 'flagged')}
          description={conflict.findings.map((finding) => say(finding)).join(semicolon)}
        />
      ) : null}
      {flagged && chosen ? (
        <Input
          style={{ marginTop: 8 }}
          aria-label={t('clearance')}
          placeholder={t('clearance')}
          maxLength={500}
          value={clearance}
          onChange={({ target }) => onClearance(target.value)}
        />
      ) : null}
      {open ? (
        <div id={id}>
          <ScoreParts contributions={match.contributions} findings={match.findings} />
          <Button size="small" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
