import { changeMe, getMe, leaveOrganisation, type MembershipView } from '@duijie/contracts';
import { memberRoles, organisationKinds, verificationStates } from '@duijie/domain-kit';
import { Button, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { PageHead } from '../../kit/page-head';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { AccessTokens } from './access-tokens';
import { ChangePassword } from './change-password';
import { SecondFactor } from './second-factor';

const useWords = defineWords('profile', {
  zh: {
    title: '个人资料与安全',
    me: '我',
    name: '姓名',
    login: '用户名',
    save: '保存',
    saved: '已保存',
    organisations: '我的机构',
    none: '还没有加入机构',
    leave: '退出',
    sure: '退出后要重新被邀请才能加入',
    left: '已退出',
    yes: '退出',
    no: '不退出',
  },
  en: {
    title: 'Profile and security',
    me: 'Me',
    name: 'Name',
    login: 'User name',
    save: 'Save',
    saved: 'Saved',
    organisations: 'My organisations',
    none: 'No organisation yet',
    leave: 'Leave',
    sure: 'You can only come back by a new invitation',
    left: 'You left',
    yes: 'Leave',
    no: 'Stay',
  },
});

/** What concerns the person: name, organisations, password, second factor, tokens. */
export function ProfilePage() {
  const t = useWords();
  const { me } = useSession();
  if (!me) return null;
  return (
    <div style={{ maxWidth: 760 }}>
      <PageHead title={t('title')} />
      <Name key={me.person.version} name={me.person.name} login={me.person.login} version={me.person.version} />
      <Section title={t('organisations')}>
        {me.organisations.length === 0 ? <p className="muted">{t('none')}</p> : null}
        <ul className="kit-plain-list">
          {me.organisations.map((membership) => (
            <Membership key={membership.organisationId} membership={membership} />
          ))}
        </ul>
      </Section>
      <ChangePassword />
      <SecondFactor state={me.secondFactor} />
      <AccessTokens organisations={me.organisations} />
    </div>
  );
}

function Name({
  name: known,
  login,
  version,
}: {
  readonly name: string;
  readonly login: string;
  readonly version: number;
}) {
  const t = useWords();
  const id = useId();
  const [name, setName] = useState(known);
  const change = useAct(changeMe, [getMe], t('saved'));
  return (
    <Section title={t('me')}>
      <form
        className="kit-row"
        onSubmit={(event) => {
          event.preventDefault();
          change.act({ body: { name: name.trim() }, ifMatch: version });
        }}
      >
        <label htmlFor={id}>{t('name')}</label>
        <Input
          id={id}
          style={{ flex: '1 1 160px', maxWidth: 260 }}
          maxLength={60}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" loading={change.pending} disabled={name.trim() === '' || name.trim() === known}>
          {t('save')}
        </Button>
        <span className="muted">
          {t('login')} {login}
        </span>
      </form>
    </Section>
  );
}

function Membership({ membership }: { readonly membership: MembershipView }) {
  const t = useWords();
  const { say } = useLanguage();
  const leave = useAct(leaveOrganisation, [getMe], t('left'));
  return (
    <li className="kit-row kit-row-spread" style={{ padding: '6px 0' }}>
      <span className="kit-row">
        <b>{membership.organisationName}</b>
        <span className="muted">
          {say(organisationKinds[membership.kind])} · {say(memberRoles[membership.role])}
        </span>
        <StateTag vocabulary={verificationStates} code={membership.verification} />
      </span>
      <Popconfirm
        title={t('sure')}
        okText={t('yes')}
        cancelText={t('no')}
        onConfirm={() =>
          leave.act({ params: { organisationId: membership.organisationId }, ifMatch: membership.version })
        }
      >
        <Button size="small" type="text" loading={leave.pending}>
          {t('leave')}
        </Button>
      </Popconfirm>
    </li>
  );
}
