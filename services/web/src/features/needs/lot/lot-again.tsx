import { takeLotsAgain, type NeedView } from '@duijie/contracts';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { LinkButton } from '../../../kit/link-button';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { touchedByNeed } from '../touched';

const useWords = defineWords('need-lot-again', {
  zh: {
    change: '修改需求，重新发布',
    again: '为这个标段另起一条需求',
    drafted: '已起草，请看过后发布',
    taken: '已另起需求',
  },
  en: {
    change: 'Change the need and publish again',
    again: 'Draft a new need of this lot',
    drafted: 'Drafted: look at it, then publish',
    taken: 'A new need goes on with it',
  },
});

/** How a lot that nobody took goes on: the need is published again, or, while its other lots go on, a new one is drafted. */
export function LotAgain({ need, lotId }: { readonly need: NeedView; readonly lotId: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const again = useAct(takeLotsAgain, touchedByNeed, t('drafted'));
  const takenUpBy = need.progress.find((lot) => lot.lotId === lotId)?.takenUpBy;
  if (need.state === 'failed' || need.state === 'returned')
    return (
      <LinkButton type="primary" to={`/needs/${need.id}/edit`}>
        {t('change')}
      </LinkButton>
    );
  if (takenUpBy) return <Link to={`/needs/${takenUpBy}`}>{t('taken')}</Link>;
  return (
    <Button
      type="primary"
      loading={again.pending}
      onClick={() =>
        again.act(
          { params: { needId: need.id }, body: { lotIds: [lotId] } },
          ({ id }) => void navigate(`/needs/${id}/edit`),
        )
      }
    >
      {t('again')}
    </Button>
  );
}
