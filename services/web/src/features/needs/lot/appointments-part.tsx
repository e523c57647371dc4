import { listAppointments, withdrawAppointment, type AppointmentView } from '@duijie/contracts';
import { Button } from 'antd';
import { usePages } from '../../../api/use-call';
import { appointmentWords } from '../../../kit/introduction-states';
import { Money } from '../../../kit/money';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { When } from '../../../kit/when';
import { defineWords } from '../../../words/define-words';
import { touchedByDeal } from '../touched';

const useWords = defineWords('need-appointments', {
  zh: { title: '直接对接邀约', withdraw: '撤回邀约', withdrawn: '已撤回', answer: '答复：{{text}}' },
  en: { title: 'Direct requests', withdraw: 'Withdraw', withdrawn: 'Withdrawn', answer: 'Answer: {{text}}' },
});

/** Providers that the poster asked directly for this lot, and their answers. */
export function AppointmentsPart({ lotId }: { readonly lotId: string }) {
  const t = useWords();
  const pages = usePages<typeof listAppointments, AppointmentView>(listAppointments, {
    query: { side: 'poster', limit: 50 },
  });
  const withdraw = useAct(withdrawAppointment, [...touchedByDeal, listAppointments], t('withdrawn'));
  const items = pages.items.filter((item) => item.lotId === lotId && item.state !== 'lapsed');
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      <ul className="kit-plain-list need-blocks">
        {items.map((item) => (
          <li key={item.id}>
            <div className="kit-row kit-row-spread">
              <b>{item.organisationName}</b>
              <StateTag vocabulary={appointmentWords} code={item.state} />
            </div>
            <div className="muted">
              {item.amountFen === null ? null : <Money fen={item.amountFen} />} {item.reason} <When at={item.askedAt} />
            </div>
            {item.answer ? <div>{t('answer', { text: item.answer })}</div> : null}
            {item.state === 'waiting' ? (
              <Button
                size="small"
                type="text"
                loading={withdraw.pending}
                onClick={() => withdraw.act({ params: { appointmentId: item.id }, ifMatch: item.version })}
              >
                {t('withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
