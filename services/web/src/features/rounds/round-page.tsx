import { getRound } from '@duijie/contracts';
import { Alert, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { StateTag } from '../../kit/state-tag';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { DistrictsSection } from './districts-section';
import { LeftOut } from './left-out';
import { ModesSection } from './modes-section';
import { ProofSection } from './proof-section';
import { PublicationSection } from './publication-section';
import { RoundActs } from './round-acts';
import { RoundNeeds } from './round-needs';
import { RoundPackages } from './round-packages';
import { roundStateWords, roundTones } from './round-words';
import './rounds.css';

const useWords = defineWords('round', {
  zh: {
    back: '← 撮合轮次',
    counts: '{{needs}} 个需求，{{pairs}} 对候选，{{packages}} 个服务包，{{providers}} 家服务方',
    unsolved: '还没有求解。点“汇集并求解”，取当前的匹配结果和承接余量',
    unmet: '这些规则放在一起无法满足，请改规则后再求解',
    by: '{{who}}发起',
  },
  en: {
    back: '← Brokering rounds',
    counts: '{{needs}} needs, {{pairs}} candidate pairs, {{packages}} packages, {{providers}} providers',
    unsolved: 'Not solved yet. Solve it: it takes matches and free capacities as they are now',
    unmet: 'These rules cannot be met together: change them, then solve again',
    by: 'started by {{who}}',
  },
});
/** While introductions are on their way, it is looked again. */
const lookAgainMs = 2000;

/** One round: ways of choosing side by side, needs with their candidates, places, proof, publication. */
export function RoundPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { roundId = '' } = useParams();
  const asked = useCall(
    getRound,
    { params: { roundId } },
    {
      mayBeNew: true,
      everyMs: (round) =>
        round?.publication?.offers.some(({ state }) => state === 'waiting' || state === 'told') ? lookAgainMs : 60_000,
    },
  );
  const round = asked.data;
  if (!round)
    return asked.error ? <ProblemAlert error={asked.error} again={() => void asked.refetch()} /> : <Skeleton active />;
  const { needs, pairs, packages, providers } = round.counts;
  return (
    <>
      <PageHead
        before={<Link to="/rounds">{t('back')}</Link>}
        title={round.title}
        after={
          <div className="kit-row">
            <StateTag vocabulary={roundStateWords} code={round.state} tone={roundTones[round.state]} />
            <span>{t('counts', { needs, pairs, packages, providers })}</span>
            <span className="muted">
              {t('by', { who: round.createdBy })} <When at={round.updatedAt} />
            </span>
          </div>
        }
        actions={<RoundActs round={round} />}
      />
      {round.state === 'draft' && !round.solution ? (
        <Alert
          className="round-alert"
          showIcon
          type={round.unmet.length > 0 ? 'warning' : 'info'}
          title={t(round.unmet.length > 0 ? 'unmet' : 'unsolved')}
          description={
            round.unmet.length > 0 ? (
              <ul>
                {round.unmet.map((words) => (
                  <li key={words.en}>{say(words)}</li>
                ))}
              </ul>
            ) : undefined
          }
        />
      ) : null}
      <PublicationSection round={round} />
      <LeftOut round={round} />
      {round.solution ? (
        <>
          <ModesSection solution={round.solution} />
          <DistrictsSection modes={round.solution.modes} />
        </>
      ) : null}
      <RoundNeeds round={round} />
      <RoundPackages round={round} />
      <ProofSection round={round} />
    </>
  );
}
