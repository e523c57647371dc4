import {
  acceptAppointment,
  declineAppointment,
  listAppointments,
  listOwnPackages,
  type AppointmentView,
  type PackageSummary,
} from '@duijie/contracts';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { Money } from '../../kit/money';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { appointmentWords } from '../../kit/introduction-states';

const useWords = defineWords('appointments', {
  zh: {
    title: '直接对接邀约',
    from: '{{name}} 邀请您直接承接',
    amount: '金额',
    why: '说明：{{reason}}',
    with: '以哪个服务包承接',
    none: '不指定服务包',
    accept: '接受对接',
    decline: '谢绝',
    declineTitle: '谢绝这次邀约',
    accepted: '已接受。下一步：确认协议',
    clearance: '已接受，等待对接专员核定利益关联',
    declined: '已谢绝',
    toLot: '查看需求与后续',
  },
  en: {
    title: 'Direct requests',
    from: '{{name}} asks you to take this on',
    amount: 'Amount',
    why: 'Note: {{reason}}',
    with: 'With which package',
    none: 'No particular package',
    accept: 'Accept',
    decline: 'Decline',
    declineTitle: 'Decline this request',
    accepted: 'Accepted. Next: confirm the agreement',
    clearance: 'Accepted; a broker looks at a tie first',
    declined: 'Declined',
    toLot: 'Show the need and what comes next',
  },
});

function Appointment({ item }: { readonly item: AppointmentView }) {
  const t = useWords();
  const [declining, setDeclining] = useState(false);
  const [packageId, setPackageId] = useState('');
  const waits = item.state === 'waiting';
  const packages = usePages<typeof listOwnPackages, PackageSummary>(
    listOwnPackages,
    { query: { state: 'published', limit: 100 } },
    { enabled: waits && item.packageId === null },
  );
  const accept = useAct(acceptAppointment, [listAppointments], t('accepted'));
  const decline = useAct(declineAppointment, [listAppointments], t('declined'), true);
  const params = { appointmentId: item.id };
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <b>
          <Link to={`/lots/${item.lotId}`}>{item.needTitle}</Link>
        </b>
        <StateTag vocabulary={appointmentWords} code={item.state} />
      </div>
      <div className="kit-row muted">
        {t('from', { name: item.posterName })} <When at={item.askedAt} />
      </div>
      {item.amountFen === null ? null : (
        <div>
          {t('amount')} <Money fen={item.amountFen} />
        </div>
      )}
      {item.reason ? <p className="kit-prose">{t('why', { reason: item.reason })}</p> : null}
      {waits && packages.items.length > 0 ? (
        <Select<string>
          aria-label={t('with')}
          style={{ width: '100%', maxWidth: 360, marginBottom: 8 }}
          value={packageId}
          onChange={setPackageId}
          options={[
            { value: '', label: t('none') },
            ...packages.items.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      ) : null}
      {waits ? (
        <div className="kit-actions">
          <Button
            type="primary"
            loading={accept.pending}
            onClick={() =>
              accept.act({
                params,
                body: { packageId: item.packageId ?? (packageId === '' ? null : packageId) },
                ifMatch: item.version,
              })
            }
          >
            {t('accept')}
          </Button>
          <Button onClick={() => setDeclining(true)}>{t('decline')}</Button>
        </div>
      ) : null}
      {item.state === 'accepted' ? (
        <div className="kit-row">
          {item.awardId === null ? <Tag color="warning">{t('clearance')}</Tag> : null}
          <Link to={`/lots/${item.lotId}`}>{t('toLot')}</Link>
        </div>
      ) : null}
      {declining ? (
        <ReasonModal
          title={t('declineTitle')}
          confirm={t('decline')}
          required={false}
          pending={decline.pending}
          error={decline.error}
          onCancel={() => setDeclining(false)}
          onConfirm={(reason) =>
            decline.act({ params, body: reason ? { reason } : {}, ifMatch: item.version }, () => setDeclining(false))
          }
        />
      ) : null}
    </li>
  );
}

/** Requests to take something on directly; not shown while there is none. */
export function AppointmentsSection() {
  const t = useWords();
  const list = usePages<typeof listAppointments, AppointmentView>(listAppointments, {
    query: { side: 'provider', limit: 10 },
  });
  if (list.error) return <ProblemAlert error={list.error} again={() => void list.refetch()} />;
  if (list.items.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="kit-cards">
        {list.items.map((item) => (
          <Appointment key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  );
}
