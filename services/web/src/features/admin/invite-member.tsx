import {
  createInvitation,
  listInvitations,
  type IssuedInvitation,
  type MemberRole,
  type OrganisationKind,
} from '@duijie/contracts';
import { memberRoles } from '@duijie/domain-kit';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Modal } from '../../kit/modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { InvitationTicket } from './invitation-ticket';
import { rolesOfKind } from './roles-of-kind';

const useWords = defineWords('invite-member', {
  zh: { invite: '邀请成员', role: '身份', make: '生成邀请', close: '关闭' },
  en: { invite: 'Invite a member', role: 'Role', make: 'Make an invitation', close: 'Close' },
});
/** Invites somebody to an organisation by link, QR code or code. */
export function InviteMember({
  organisationId,
  kind,
}: {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const roles = rolesOfKind(kind);
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<MemberRole>(roles[0]);
  const [made, setMade] = useState<IssuedInvitation | null>(null);
  const make = useAct(createInvitation, [listInvitations], undefined, true);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('invite')}
      </Button>
      {open ? (
        <Modal
          open
          title={t('invite')}
          okText={t('make')}
          cancelText={t('close')}
          confirmLoading={make.pending}
          okButtonProps={made ? { style: { display: 'none' } } : {}}
          onOk={() => make.act({ params: { organisationId }, body: { role } }, setMade)}
          onCancel={() => {
            setOpen(false);
            setMade(null);
          }}
        >
          <ProblemAlert error={make.error} />
          {made ? (
            <InvitationTicket invitation={made} />
          ) : (
            <Radio.Group
              aria-label={t('role')}
              value={role}
              options={roles.map((value) => ({ value, label: say(memberRoles[value]) }))}
              onChange={({ target }) => setRole(roles.find((one) => one === target.value) ?? roles[0])}
            />
          )}
        </Modal>
      ) : null}
    </>
  );
}
