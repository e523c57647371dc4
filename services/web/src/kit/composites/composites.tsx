import { listNeedComposites, type NeedComposite } from '@duijie/contracts';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ContributionBars } from '../contribution-bars';
import { Money } from '../money';
import { PriceTag } from '../price-tag';
import { ProblemAlert } from '../problem-alert';
import { ScoreBar } from '../score-bar';
import { useLeaves } from '../use-leaves';
import './composites.css';

const useWords = defineWords('composites', {
  zh: {
    about: '这条需求要几项服务，可由几个服务包合起来做。同一机构或集团、价格在预算内、少重复的排在前面。',
    none: '目前没有能组合起来的服务包',
    set: '方案{{n}}',
    group: '同一集团',
    cost: '合计最低',
    missing: '还缺',
    parts: '分数怎么来的',
    bounded: '可选的组合太多，只比较了一部分，可能还有更好的。',
    demo: '虚构',
  },
  en: {
    about:
      'This need asks for several services, which several packages may do together. One provider group, a price within the budget and nothing twice come first.',
    none: 'No packages go together at present',
    set: 'Set {{n}}',
    group: 'One group',
    cost: 'At least',
    missing: 'Missing',
    parts: 'How the score comes about',
    bounded: 'There are too many sets to compare all; there may be better ones.',
    demo: 'Invented',
  },
});

function OneSet({ set, place }: { readonly set: NeedComposite; readonly place: number }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  return (
    <li className="kit-composite">
      <div className="kit-row kit-row-spread">
        <span className="kit-row">
          <b>{t('set', { n: place })}</b>
          {set.oneGroup && set.members.length > 1 ? <Tag color="success">{t('group')}</Tag> : null}
          {set.costFen === null ? null : (
            <span className="muted">
              {t('cost')} <Money fen={set.costFen} />
            </span>
          )}
        </span>
        <ScoreBar score={set.scoreShown} />
      </div>
      <ul className="kit-composite-members">
        {set.members.map(({ package: offered, components, flags }) => (
          <li key={offered.id}>
            <div className="kit-composite-does">{components.map(nameOf).join(comma)}</div>
            <div>
              <Link to={`/packages/${offered.id}`}>{offered.title}</Link> {offered.demo ? <Tag>{t('demo')}</Tag> : null}
              <div className="kit-row muted">
                <span>{offered.providerName}</span>
                <PriceTag price={offered.price} />
              </div>
              {flags.map((flag) => (
                <Tag key={flag.code} color="warning" style={{ whiteSpace: 'normal' }}>
                  {say(flag.words)}
                </Tag>
              ))}
            </div>
          </li>
        ))}
        {set.missing.length > 0 ? (
          <li>
            <div className="kit-composite-does">{set.missing.map(nameOf).join(comma)}</div>
            <div className="kit-composite-missing">{t('missing')}</div>
          </li>
        ) : null}
      </ul>
      <details>
        <summary>{t('parts')}</summary>
        <ul className="kit-composite-reasons">
          {set.reasons.map((reason) => (
            <li key={reason.zh}>{say(reason)}</li>
          ))}
        </ul>
        <ContributionBars parts={set.contributions} />
      </details>
    </li>
  );
}

/** How a need for several services may be answered by several packages together; nothing for a need that asks for one. */
export function useComposites(needId: string) {
  const answer = useCall(listNeedComposites, { params: { needId } }, { mayBeNew: true });
  return { answer, hasSeveral: (answer.data?.components.length ?? 0) > 1 };
}

/** The sets themselves, best first. */
export function Composites({ answer }: Pick<ReturnType<typeof useComposites>, 'answer'>) {
  const t = useWords();
  const sets = answer.data?.sets ?? [];
  return (
    <>
      <ProblemAlert error={answer.error} again={() => void answer.refetch()} />
      <p className="muted">{t(sets.length > 0 ? 'about' : 'none')}</p>
      <ol className="kit-plain-list kit-composites">
        {sets.map((set, at) => (
          <OneSet key={set.members.map(({ package: { id } }) => id).join(' ')} set={set} place={at + 1} />
        ))}
      </ol>
      {answer.data?.proven === false ? <p className="muted">{t('bounded')}</p> : null}
    </>
  );
}
