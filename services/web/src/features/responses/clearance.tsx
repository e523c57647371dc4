import { clearResponse, getDecisionSheet, getResponse, listDeskTasks, type ResponseView } from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../kit/reason-modal';
import { useAct } from '../../kit/use-act';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('response-clearance', {
  zh: {
    title: '有利益关联，等协会或街道核定',
    how: '核定之前，需求方不能选定这份响应。理由会记入审计。',
    allow: '核定：可以参加',
    refuse: '核定：不能参加',
    refuseWhy: '这份响应随即退出，响应方会看到原因。',
    done: '已核定',
  },
  en: {
    title: 'There is a tie: the association or the subdistrict decides whether it matters',
    how: 'Until then the poster cannot choose this response. The reason is kept in the audit log.',
    allow: 'Clear it',
    refuse: 'Refuse it',
    refuseWhy: 'The response is out at once, and its organisation reads why.',
    done: 'Decided',
  },
});
const touched = [getResponse, getDecisionSheet, listDeskTasks];

/** What the conflict wall flagged, for whoever decides on it; nothing for the others. */
export function Clearance({ response }: { readonly response: ResponseView }) {
  const t = useWords();
  const { me } = useSession();
  const acting = me?.actingFor;
  const [asking, setAsking] = useState<'allow' | 'refuse' | null>(null);
  const decide = useAct(clearResponse, touched, t('done'), true);
  const side = acting ? sideOf(acting.kind) : null;
  const decides = (side === 'association' || side === 'officer') && acting?.role !== 'viewer';
  if (!decides || response.you !== null || response.conflict !== 'flagged') return null;
  return (
    <>
      <Alert type="warning" showIcon style={{ marginBlock: 12 }} title={t('title')} description={t('how')} />
      <div className="kit-actions">
        <Button type="primary" onClick={() => setAsking('allow')}>
          {t('allow')}
        </Button>
        <Button danger onClick={() => setAsking('refuse')}>
          {t('refuse')}
        </Button>
      </div>
      {asking ? (
        <ReasonModal
          title={t(asking)}
          explanation={asking === 'refuse' ? t('refuseWhy') : undefined}
          confirm={t(asking)}
          danger={asking === 'refuse'}
          pending={decide.pending}
          error={decide.error}
          onCancel={() => setAsking(null)}
          onConfirm={(reason) =>
            decide.act(
              {
                params: { responseId: response.id },
                ifMatch: response.version,
                body: { allow: asking === 'allow', reason },
              },
              () => setAsking(null),
            )
          }
        />
      ) : null}
    </>
  );
}
