import { ProblemError } from '@duijie/api-client';
import { getSystemStatus, startSession } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { changeLanguage, useLanguage } from '../../words/language';

const useWords = defineWords('sign-in', {
  zh: {
    title: '对接',
    subtitle: '社区治理需求与服务包的对接平台',
    login: '用户名',
    password: '密码',
    code: '动态口令(6 位)',
    submit: '登录',
    other: 'English',
    demo: '演示系统的登录账号在启动时打印,也在 .local/sign-ins.json',
    asked: '请填写',
  },
  en: {
    title: 'Duijie',
    subtitle: 'Where community needs meet service packages',
    login: 'User name',
    password: 'Password',
    code: 'One-time code (6 digits)',
    submit: 'Sign in',
    other: '中文',
    demo: 'Sign-ins of the demonstration are printed at start, and stand in .local/sign-ins.json',
    asked: 'Please fill in',
  },
});

interface Fields {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

/** Signs in, with the second factor where it is wanted, and goes where one was going. */
export function SignInPage() {
  const t = useWords();
  const { language } = useLanguage();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const status = useCall(getSystemStatus, {});
  const signIn = useChange(startSession);
  const [codeWanted, setCodeWanted] = useState(false);
  const to = search.get('to') ?? '/';

  const submit = ({ login, password, code }: Fields): void =>
    signIn.mutate(
      { body: { login, password, ...(code ? { code } : {}) } },
      {
        onSuccess() {
          queries.clear();
          void navigate(to.startsWith('/') && !to.startsWith('//') ? to : '/', { replace: true });
        },
        onError(error) {
          if (error instanceof ProblemError && error.reason === 'totp.required') setCodeWanted(true);
        },
      },
    );
  const asksForCode = signIn.error instanceof ProblemError && signIn.error.reason === 'totp.required';

  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <h1 className="page-title">{t('title')}</h1>
        <p className="muted">{t('subtitle')}</p>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item label={t('login')} name="login" rules={[{ required: true, message: t('asked') }]}>
            <Input autoComplete="username" />
          </Form.Item>
          <Form.Item label={t('password')} name="password" rules={[{ required: true, message: t('asked') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {codeWanted ? (
            <Form.Item label={t('code')} name="code" rules={[{ required: true, message: t('asked') }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
          ) : null}
          {signIn.error && !asksForCode ? (
            <Form.Item>
              <ProblemAlert error={signIn.error} />
            </Form.Item>
          ) : null}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('submit')}
          </Button>
        </Form>
        {status.data?.demo ? <p className="muted">{t('demo')}</p> : null}
        <Button type="link" style={{ padding: 0 }} onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('other')}
        </Button>
      </Card>
    </main>
  );
}
