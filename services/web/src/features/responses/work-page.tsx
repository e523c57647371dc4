import { Alert } from 'antd';
import { PageHead } from '../../kit/page-head';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { AppointmentsSection } from './appointments-section';
import { FittingNeedsSection } from './fitting-needs-section';
import { IntroductionsSection } from './introductions-section';
import { OwnResponsesSection } from './own-responses-section';

const useWords = defineWords('work', {
  zh: {
    title: '承接工作台',
    pending: '机构正在核验。现在可以起草服务包和响应，看看哪些需求合适；核验通过后即可提交。',
    others: '这里供服务方使用：您代表的机构不承接需求。',
  },
  en: {
    title: 'My work',
    pending:
      'Your organisation is being verified. You may draft packages and responses now and see what fits; hand in once it is done.',
    others: 'This page is for providers: the organisation that you act for does not supply services.',
  },
});

/** What waits for a provider: introductions, direct requests, needs that fit, and its own responses. */
export function WorkPage() {
  const t = useWords();
  const { me } = useSession();
  const acting = me?.actingFor;
  const supplies = acting && ['provider', 'association'].includes(sideOf(acting.kind));
  return (
    <>
      <PageHead title={t('title')} />
      {acting && !supplies ? <Alert type="info" showIcon title={t('others')} /> : null}
      {supplies ? (
        <>
          {acting.verification === 'pending' ? (
            <Alert type="info" showIcon title={t('pending')} style={{ marginBottom: 12 }} />
          ) : null}
          <AppointmentsSection />
          <IntroductionsSection />
          <OwnResponsesSection />
          <FittingNeedsSection />
        </>
      ) : null}
    </>
  );
}
