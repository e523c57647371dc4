import { ProblemError } from '@duijie/api-client';
import { getSystemStatus, startSession } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../kit/problem-alert';
import { setOnBehalf } from '../../session/on-behalf';
import { defineWords } from '../../words/define-words';
import { changeLanguage, useLanguage } from '../../words/language';

const useWords = defineWords('sign-in', {
  zh: {
    title: '对接',
    subtitle: '社区治理需求与服务包的对接平台',
    login: '用户名',
    password: '密码',
    code: '动态口令（6 位）',
    show: '显示密码',
    submit: '登录',
    other: 'English',
    invited: '有邀请码？在这里开始',
    forgotten: '忘了密码',
    renewed: '密码已换，请用新密码登录',
    demo: '演示系统的登录账号在启动时打印，也在 .local/sign-ins.json',
  },
  en: {
    title: 'Duijie',
    subtitle: 'Where community needs meet service packages',
    login: 'User name',
    password: 'Password',
    code: 'One-time code (6 digits)',
    show: 'Show the password',
    submit: 'Sign in',
    other: '中文',
    invited: 'You have an invitation code? Begin here',
    forgotten: 'Forgot the password',
    renewed: 'The password is set: sign in with it',
    demo: 'Sign-ins of the demonstration are printed at start, and stand in .local/sign-ins.json',
  },
});
// Asked for so rarely that nobody else should load it.
const NewPassword = lazy(async () => ({ default: (await import('./new-password')).NewPassword }));
const codeAsked = (error: Error | null): boolean => error instanceof ProblemError && error.reason === 'totp.required';

/** Signs in, with the second factor where it is wanted, and goes where one was going. */
export function SignInPage() {
  const t = useWords();
  const { language } = useLanguage();
  const id = useId();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const status = useCall(getSystemStatus, {});
  const signIn = useChange(startSession);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [code, setCode] = useState('');
  const [codeWanted, setCodeWanted] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const [renewed, setRenewed] = useState(false);
  const to = search.get('to') ?? '/';

  const submit = (): void =>
    signIn.mutate(
      { body: { login: login.trim(), password, ...(code ? { code } : {}) } },
      {
        onSuccess() {
          setOnBehalf(null);
          queries.clear();
          void navigate(to.startsWith('/') && !to.startsWith('//') ? to : '/', { replace: true });
        },
        onError(error) {
          if (codeAsked(error)) setCodeWanted(true);
        },
      },
    );

  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1 className="page-title">{t('title')}</h1>
        <p className="muted">{t('subtitle')}</p>
        {forgotten ? (
          <Suspense>
            <NewPassword
              login={login}
              onBack={() => setForgotten(false)}
              onDone={(name) => {
                setLogin(name);
                setPassword('');
                setForgotten(false);
                setRenewed(true);
              }}
            />
          </Suspense>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            {renewed ? <output>{t('renewed')}</output> : null}
            <label htmlFor={`${id}-login`}>{t('login')}</label>
            <input
              id={`${id}-login`}
              autoComplete="username"
              autoCapitalize="none"
              required
              value={login}
              onChange={({ target }) => setLogin(target.value)}
            />
            <label htmlFor={`${id}-password`}>{t('password')}</label>
            <input
              id={`${id}-password`}
              autoComplete="current-password"
              required
              type={shown ? 'text' : 'password'}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
            <label className="sign-in-show">
              <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} /> {t('show')}
            </label>
            {codeWanted ? (
              <>
                <label htmlFor={`${id}-code`}>{t('code')}</label>
                <input
                  id={`${id}-code`}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  required
                  maxLength={6}
                  value={code}
                  onChange={({ target }) => setCode(target.value)}
                />
              </>
            ) : null}
            {codeAsked(signIn.error) ? null : <ProblemAlert error={signIn.error} />}
            <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
              {t('submit')}
            </Button>
            <Button type="link" style={{ padding: 0 }} onClick={() => setForgotten(true)}>
              {t('forgotten')}
            </Button>
          </form>
        )}
        <p>
          <Link to="/claim">{t('invited')}</Link>
        </p>
        {status.data?.demo ? <p className="muted">{t('demo')}</p> : null}
        <Button type="link" style={{ padding: 0 }} onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('other')}
        </Button>
      </div>
    </main>
  );
}
