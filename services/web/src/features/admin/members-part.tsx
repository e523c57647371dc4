import {
  changeMember,
  issuePasswordReset,
  listMembers,
  removeMember,
  type MemberRole,
  type MemberView,
} from '@duijie/contracts';
import type { AnswerOf } from '@duijie/api-client';
import { memberRoles } from '@duijie/domain-kit';
import { Alert, Button, Empty, Popconfirm, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';
import { InviteMember } from './invite-member';

const useWords = defineWords('members', {
  zh: {
    none: '还没有成员,可发邀请',
    role: '{{name}} 的身份',
    remove: '移除',
    sure: '移除后不能再代表本机构',
    yes: '移除',
    no: '不移除',
    changed: '已修改',
    removed: '已移除',
    reset: '重置密码码',
    tell: '{{login}} 的一次性码(30 分钟内有效,只显示这一次)',
    more: '更多',
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
    reset: 'Password code',
    tell: 'One-time code for {{login}} (30 minutes, shown this once)',
    more: 'More',
  },
});
const roles: readonly MemberRole[] = ['broker', 'administrator', 'viewer'];

/** Members of an organisation; roles are changed in one's own only, by an administrator. */
export function MembersPart({ organisationId }: { readonly organisationId: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const own = me?.actingFor?.organisationId === organisationId && me.actingFor.role === 'administrator';
  const members = usePages<typeof listMembers, MemberView>(listMembers, {
    params: { organisationId },
    query: { limit: 50 },
  });
  const change = useAct(changeMember, [listMembers], t('changed'));
  const remove = useAct(removeMember, [listMembers], t('removed'));
  const reset = useAct(issuePasswordReset, []);
  const [code, setCode] = useState<AnswerOf<typeof issuePasswordReset> | null>(null);
  return (
    <>
      {own ? (
        <p>
          <InviteMember organisationId={organisationId} kind="association" />
        </p>
      ) : null}
      <ProblemAlert error={members.error} again={() => void members.refetch()} />
      {members.isPending ? <Skeleton active /> : null}
      {members.isSuccess && members.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
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
      <ul className="kit-cards">
        {members.items.map((member) => {
          const one = { params: { organisationId, personId: member.personId }, ifMatch: member.version };
          return (
            <li key={member.personId} className="kit-row kit-row-spread">
              <span>
                <b>{member.name}</b> <span className="muted">{member.login}</span>
              </span>
              <span className="kit-row">
                {own ? (
                  <Select
                    aria-label={t('role', { name: member.name })}
                    size="small"
                    style={{ width: 130 }}
                    value={member.role}
                    options={roles.map((value) => ({ value, label: say(memberRoles[value]) }))}
                    onChange={(role: MemberRole) => change.act({ ...one, body: { role } })}
                  />
                ) : (
                  <span>{say(memberRoles[member.role])}</span>
                )}
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
                    onConfirm={() => remove.act(one)}
                  >
                    <Button size="small" type="text" danger>
                      {t('remove')}
                    </Button>
                  </Popconfirm>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {members.hasNextPage ? <Button onClick={() => void members.fetchNextPage()}>{t('more')}</Button> : null}
    </>
  );
}
