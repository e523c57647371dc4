import { answerIntroduction, getIntroduction, type IntroductionView } from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { DescriptionList } from '../../kit/description-list';
import { ReasonModal } from '../../kit/reason-modal';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { ConflictNote } from './introduction-card';
import { IntroductionContacts } from '../../kit/introduction-contacts';
import { introductionWords } from '../../kit/introduction-states';
import { Meeting } from './meeting';

const useWords = defineWords('poster-introduction', {
  zh: {
    need: '需求',
    provider: '服务方',
    package: '服务包',
    by: '推介人',
    at: '推介时间',
    note: '推介说明',
    reason: '理由',
    decline: '不考虑这家',
    declineTitle: '不考虑这家服务方',
    declined: '已答复',
  },
  en: {
    need: 'Need',
    provider: 'Provider',
    package: 'Package',
    by: 'Introduced by',
    at: 'When',
    note: 'Note',
    reason: 'Reason',
    decline: 'Not this provider',
    declineTitle: 'Decline this provider',
    declined: 'Answered',
  },
});

/** An introduction as the need's side and staff see it. */
export function PosterIntroduction({ item }: { readonly item: IntroductionView }) {
  const t = useWords();
  const { me } = useSession();
  const [declining, setDeclining] = useState(false);
  const decline = useAct(answerIntroduction, [getIntroduction], t('declined'), true);
  const lives = item.state === 'introduced' || item.state === 'interested';
  const mine = item.posterId === me?.actingFor?.organisationId;
  return (
    <>
      <div style={{ marginBottom: 8 }}>
        <StateTag vocabulary={introductionWords} code={item.state} />
      </div>
      <DescriptionList
        facts={[
          { name: t('need'), value: <Link to={`/needs/${item.needId}`}>{item.needTitle}</Link> },
          {
            name: t('provider'),
            value: <Link to={`/providers/${item.organisationId}`}>{item.organisationName}</Link>,
          },
          item.packageId
            ? { name: t('package'), value: <Link to={`/packages/${item.packageId}`}>{item.packageTitle}</Link> }
            : null,
          { name: t('by'), value: `${item.introducedBy.organisationName} ${item.introducedBy.name}` },
          item.introducedAt ? { name: t('at'), value: <When at={item.introducedAt} /> } : null,
          { name: t('note'), value: item.note, wide: true },
          { name: t('reason'), value: item.reason, wide: true },
        ]}
      />
      <ConflictNote conflict={item.conflict} />
      {lives ? (
        <>
          <IntroductionContacts introductionId={item.id} />
          <Meeting item={item} />
        </>
      ) : null}
      {mine && lives ? (
        <Button style={{ marginTop: 12 }} onClick={() => setDeclining(true)}>
          {t('decline')}
        </Button>
      ) : null}
      {declining ? (
        <ReasonModal
          title={t('declineTitle')}
          confirm={t('decline')}
          pending={decline.pending}
          error={decline.error}
          onCancel={() => setDeclining(false)}
          onConfirm={(reason) =>
            decline.act(
              { params: { introductionId: item.id }, body: { answer: 'declined', reason }, ifMatch: item.version },
              () => setDeclining(false),
            )
          }
        />
      ) : null}
    </>
  );
}
