import {
  changeMember,
  issuePasswordReset,
  listMembers,
  removeMember,
  type MemberRole,
  type MemberView,
  type OrganisationKind,
} from '@duijie/contracts';
import type { AnswerOf } from '@duijie/api-client';
import { memberRoles } from '@duijie/domain-kit';
import { Alert, Button, Empty, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';
import { InvitationsOf } from './invitations-of';
import { InviteMember } from './invite-member';
import { rolesOfKind } from './roles-of-kind';

const useWords = defineWords('members', {
  zh: {
    none: '还没有成员，可发邀请',
    role: '{{name}} 的身份',
    remove: '移除',
    sure: '移除后不能再代表本机构',
    yes: '移除',
    no: '不移除',
    changed: '已修改',
    removed: '已移除',
    reset: '重置密码',
    tell: '{{login}} 的一次性码（30 分钟内有效，只显示这一次）。请对方在登录页点“忘了密码”，用它设新密码',
    members: '成员',
    name: '姓名',
    login: '登录名',
    as: '身份',
    joined: '加入',
    act: '操作',
  },
  en: {
    none: 'No members yet: invite one',
    role: 'Role of {{name}}',
    remove: 'Remove',
    sure: 'They can no longer act for this organisation',
    yes: 'Remove',
    no: 'Keep',
    changed: 'Changed',
    removed: 'Removed',
    reset: 'Reset password',
    tell: 'One-time code for {{login}} (30 minutes, shown this once). It is entered under "Forgot the password" of the sign-in page',
    members: 'Members',
    name: 'Name',
    login: 'Login',
    as: 'Role',
    joined: 'Joined',
    act: 'Action',
  },
});
/** Members of an organisation; roles are changed in one's own only, by an owner or administrator. */
export function MembersPart({
  organisationId,
  kind,
  level,
}: {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  /** Of the heading over its invitations. */
  readonly level: 2 | 3;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const acting = me?.actingFor;
  const own = acting?.organisationId === organisationId && (acting.role === 'administrator' || acting.role === 'owner');
  const staff = acting?.kind === 'association' && acting.role !== 'viewer';
  const invites = own || staff || acting?.role === 'officer';
  const members = usePages<typeof listMembers, MemberView>(listMembers, {
    params: { organisationId },
    query: { limit: 50 },
  });
  const change = useAct(changeMember, [listMembers], t('changed'));
  const remove = useAct(removeMember, [listMembers], t('removed'));
  const reset = useAct(issuePasswordReset, []);
  const [code, setCode] = useState<AnswerOf<typeof issuePasswordReset> | null>(null);
  const one = (member: MemberView) => ({
    params: { organisationId, personId: member.personId },
    ifMatch: member.version,
  });
  const role = (member: MemberView) =>
    own ? (
      <Select
        aria-label={t('role', { name: member.name })}
        size="small"
        style={{ width: 130 }}
        value={member.role}
        options={rolesOfKind(kind).map((value) => ({ value, label: say(memberRoles[value]) }))}
        onChange={(next: MemberRole) => change.act({ ...one(member), body: { role: next } })}
      />
    ) : (
      <span>{say(memberRoles[member.role])}</span>
    );
  const acts = (member: MemberView) =>
    own || staff ? (
      <span className="kit-row">
        <Button
          size="small"
          loading={reset.pending}
          onClick={() => reset.act({ params: { personId: member.personId } }, setCode)}
        >
          {t('reset')}
        </Button>
        {own ? (
          <Popconfirm
            title={t('sure')}
            okText={t('yes')}
            cancelText={t('no')}
            onConfirm={() => remove.act(one(member))}
          >
            <Button size="small" type="text" danger>
              {t('remove')}
            </Button>
          </Popconfirm>
        ) : null}
      </span>
    ) : null;
  const columns: readonly Column<MemberView>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => <b>{name}</b> },
    { key: 'login', title: t('login'), cell: ({ login }) => login },
    { key: 'role', title: t('as'), cell: role },
    { key: 'joined', title: t('joined'), cell: ({ joinedAt }) => <When at={joinedAt} /> },
    ...(own || staff ? [{ key: 'acts', title: t('act'), cell: acts }] : []),
  ];
  return (
    <>
      {own ? (
        <p>
          <InviteMember organisationId={organisationId} kind={kind} />
        </p>
      ) : null}
      {code ? (
        <Alert
          type="success"
          title={t('tell', { login: code.login })}
          description={
            <>
              <span className="admin-code">{code.code}</span> <Deadline at={code.expiresAt} />
            </>
          }
        />
      ) : null}
      <DataTable
        name="members"
        label={t('members')}
        pages={members}
        columns={columns}
        rowKey={({ personId }) => personId}
        excel={excelAddress(listMembers, { organisationId }, {})}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        card={(member) => (
          <>
            <div className="kit-row kit-row-spread">
              <span>
                <b>{member.name}</b> <span className="muted">{member.login}</span>
              </span>
              {role(member)}
            </div>
            {acts(member)}
          </>
        )}
      />
      {invites ? <InvitationsOf of={{ organisationId }} level={level} /> : null}
    </>
  );
}
