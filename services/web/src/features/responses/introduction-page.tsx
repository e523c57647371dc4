import { getIntroduction } from '@duijie/contracts';
import { Card, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { IntroductionCard } from './introduction-card';
import { PosterIntroduction } from './poster-introduction';

const useWords = defineWords('introduction-page', {
  zh: { title: '推介', back: '返回承接工作台', need: '返回需求' },
  en: { title: 'Introduction', back: 'Back to my work', need: 'Back to the need' },
});

/** One introduction, for the provider to answer and for both sides to find each other. */
export function IntroductionPage() {
  const t = useWords();
  const { introductionId = '' } = useParams();
  const { me } = useSession();
  const { data, error, refetch } = useCall(getIntroduction, { params: { introductionId } });
  const own = data?.organisationId === me?.actingFor?.organisationId;
  const provides = me?.actingFor && sideOf(me.actingFor.kind) === 'provider';
  const back =
    own || provides ? { to: '/work', text: t('back') } : { to: `/needs/${data?.needId ?? ''}`, text: t('need') };
  return (
    <>
      <PageHead title={t('title')} before={data ? <Link to={back.to}>← {back.text}</Link> : null} />
      <ProblemAlert error={error} again={() => void refetch()} />
      {data ? (
        <Card size="small">{own ? <IntroductionCard item={data} full /> : <PosterIntroduction item={data} />}</Card>
      ) : error ? null : (
        <Skeleton active />
      )}
    </>
  );
}
