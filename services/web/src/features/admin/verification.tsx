import {
  getOrganisation,
  listOrganisations,
  reinstateOrganisation,
  rejectOrganisation,
  suspendOrganisation,
  verifyOrganisation,
  type OrganisationView,
} from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../kit/reason-modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('verification', {
  zh: {
    verify: '通过核验',
    reject: '不通过',
    suspend: '暂停',
    reinstate: '恢复',
    done: '已办理，对方会收到通知',
    rejectWhy: '理由会告诉对方，便于修改后重新申请。',
    suspendWhy: '暂停后不能响应和被推介，已有协议照常进行。',
  },
  en: {
    verify: 'Verify',
    reject: 'Reject',
    suspend: 'Suspend',
    reinstate: 'Reinstate',
    done: 'Done; they are told',
    rejectWhy: 'They are told why, so that they can mend it and ask again.',
    suspendWhy: 'It can neither respond nor be introduced; running agreements go on.',
  },
});
const touched = [getOrganisation, listOrganisations] as const;
const after = {
  pending: ['verify', 'reject'],
  verified: ['suspend'],
  rejected: ['verify'],
  suspended: ['reinstate'],
} as const;

/** Decides whether an organisation may take part. */
export function Verification({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useWords();
  const acts = {
    verify: useAct(verifyOrganisation, touched, t('done')),
    reject: useAct(rejectOrganisation, touched, t('done'), true),
    suspend: useAct(suspendOrganisation, touched, t('done'), true),
    reinstate: useAct(reinstateOrganisation, touched, t('done'), true),
  };
  const [asking, setAsking] = useState<'reject' | 'suspend' | 'reinstate' | null>(null);
  const one = { params: { organisationId: organisation.id }, ifMatch: organisation.version };
  return (
    <>
      {after[organisation.verification].map((act) => (
        <Button
          key={act}
          type={act === 'verify' ? 'primary' : 'default'}
          danger={act === 'reject' || act === 'suspend'}
          loading={acts[act].pending}
          onClick={() => (act === 'verify' ? acts.verify.act({ ...one, body: {} }) : setAsking(act))}
        >
          {t(act)}
        </Button>
      ))}
      {asking ? (
        <ReasonModal
          title={`${t(asking)} · ${organisation.name}`}
          explanation={asking === 'reinstate' ? undefined : t(asking === 'reject' ? 'rejectWhy' : 'suspendWhy')}
          confirm={t(asking)}
          danger={asking !== 'reinstate'}
          pending={acts[asking].pending}
          error={acts[asking].error}
          onConfirm={(reason) => acts[asking].act({ ...one, body: { reason } }, () => setAsking(null))}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
