import type { AnswerOf } from '@duijie/api-client';
import { acceptInvitation, chooseOrganisation, startSession, type previewInvitation } from '@duijie/contracts';
import { memberRoles, organisationKinds } from '@duijie/domain-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useChange } from '../../api/use-change';
import { Deadline } from '../../kit/deadline';
import { DescriptionList } from '../../kit/description-list';
import { Field, FormProblem } from '../../kit/form-problem';
import { ProblemAlert } from '../../kit/problem-alert';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('accept-invitation', {
  zh: {
    claim: '认领“{{name}}”的账号，以后需求、对接、验收都在这里办。',
    join: '加入“{{name}}”。',
    kind: '类型',
    where: '地区',
    role: '您的身份',
    until: '邀请有效至',
    accept: '以 {{name}} 的身份加入',
    isNew: '我是新用户',
    known: '已有账号',
    which: '有没有账号',
    name: '您的姓名',
    login: '用户名',
    loginHint: '登录用，字母、汉字、数字均可',
    password: '密码',
    passwordHint: '至少 10 个字符',
    start: '开始使用',
    signIn: '先登录，再回到这里',
  },
  en: {
    claim: 'Claim the account of {{name}}: needs, providers and acceptance are dealt with here from now on.',
    join: 'Join {{name}}.',
    kind: 'Kind',
    where: 'Where',
    role: 'Your role',
    until: 'Valid until',
    accept: 'Join as {{name}}',
    isNew: 'I am new here',
    known: 'I have an account',
    which: 'Whether you have an account',
    name: 'Your name',
    login: 'User name',
    loginHint: 'To sign in with: letters of any script and digits',
    password: 'Password',
    passwordHint: 'At least 10 characters',
    start: 'Begin',
    signIn: 'Sign in first, then come back here',
  },
});

/** What the invitation is for, and its acceptance: by whoever is signed in, or by a new person with three fields. */
export function AcceptInvitation({
  secret,
  invitation,
}: {
  readonly secret: string;
  readonly invitation: AnswerOf<typeof previewInvitation>;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const { me } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const accept = useChange(acceptInvitation);
  const signIn = useChange(startSession);
  const choose = useChange(chooseOrganisation);
  const [known, setKnown] = useState(false);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  const begin = (): void => {
    queries.clear();
    void navigate('/', { replace: true });
  };
  const join = (): void =>
    accept.mutate(
      { body: { secret } },
      {
        onSuccess: ({ membership }) =>
          choose.mutate({ body: { organisationId: membership.organisationId } }, { onSettled: begin }),
      },
    );
  const start = (): void =>
    accept.mutate(
      { body: { secret, newPerson: { name: name.trim(), login: login.trim(), password } } },
      { onSuccess: () => signIn.mutate({ body: { login: login.trim(), password } }, { onSuccess: begin }) },
    );
  const busy = accept.isPending || signIn.isPending || choose.isPending;
  const where = [invitation.district, invitation.subdistrict].filter(Boolean).join(' ');
  return (
    <>
      <p>{t(invitation.type, { name: invitation.name })}</p>
      <DescriptionList
        facts={[
          { name: t('kind'), value: say(organisationKinds[invitation.kind]) },
          { name: t('where'), value: where },
          { name: t('role'), value: say(memberRoles[invitation.role]) },
          { name: t('until'), value: <Deadline at={invitation.expiresAt} /> },
        ]}
      />
      <div style={{ height: 16 }} />
      {me ? (
        <>
          <ProblemAlert error={accept.error} />
          <Button type="primary" block loading={busy} onClick={join}>
            {t('accept', { name: me.person.name })}
          </Button>
        </>
      ) : (
        <>
          <Segmented
            block
            aria-label={t('which')}
            value={known ? 'known' : 'isNew'}
            options={[
              { value: 'isNew', label: t('isNew') },
              { value: 'known', label: t('known') },
            ]}
            onChange={(value) => setKnown(value === 'known')}
            style={{ marginBottom: 12 }}
          />
          {known ? (
            <Link to={`/sign-in?to=${encodeURIComponent(`/claim/${secret}`)}`}>{t('signIn')}</Link>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                start();
              }}
            >
              <Field label={t('name')} htmlFor={`${id}-name`} pointer="/newPerson/name" error={accept.error}>
                <Input
                  id={`${id}-name`}
                  autoComplete="name"
                  required
                  maxLength={60}
                  value={name}
                  onChange={({ target }) => setName(target.value)}
                />
              </Field>
              <Field
                label={t('login')}
                htmlFor={`${id}-login`}
                hint={t('loginHint')}
                pointer="/newPerson/login"
                error={accept.error}
              >
                <Input
                  id={`${id}-login`}
                  autoComplete="username"
                  required
                  minLength={2}
                  maxLength={60}
                  value={login}
                  onChange={({ target }) => setLogin(target.value)}
                />
              </Field>
              <Field
                label={t('password')}
                htmlFor={`${id}-password`}
                hint={t('passwordHint')}
                pointer="/newPerson/password"
                error={accept.error}
              >
                <Input.Password
                  id={`${id}-password`}
                  autoComplete="new-password"
                  required
                  minLength={10}
                  maxLength={200}
                  value={password}
                  onChange={({ target }) => setPassword(target.value)}
                />
              </Field>
              <FormProblem
                error={accept.error ?? signIn.error}
                fields={['/newPerson/name', '/newPerson/login', '/newPerson/password']}
              />
              <Button type="primary" htmlType="submit" block loading={busy}>
                {t('start')}
              </Button>
            </form>
          )}
        </>
      )}
    </>
  );
}
