import { redeemPasswordReset } from '@duijie/contracts';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('new-password', {
  zh: {
    how: '请本机构的负责人或协会为您签发一次性码（30 分钟内有效），在这里换成新密码。',
    login: '用户名',
    code: '一次性码',
    password: '新密码（至少 10 个字符）',
    save: '设为新密码',
    back: '返回登录',
  },
  en: {
    how: 'Ask the head of your organisation or the association for a one-time code (valid 30 minutes), and choose a new password here.',
    login: 'User name',
    code: 'One-time code',
    password: 'New password (at least 10 characters)',
    save: 'Set the password',
    back: 'Back to sign-in',
  },
});

/** Sets a new password by a code that somebody was given. @param login as typed so far @param onDone told the login, with which one signs in now */
export function NewPassword({
  login: typed,
  onDone,
  onBack,
}: {
  readonly login: string;
  readonly onDone: (login: string) => void;
  readonly onBack: () => void;
}) {
  const t = useWords();
  const id = useId();
  const redeem = useChange(redeemPasswordReset);
  const [login, setLogin] = useState(typed);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const name = login.trim();
        redeem.mutate({ body: { login: name, code: code.trim(), password } }, { onSuccess: () => onDone(name) });
      }}
    >
      <p>{t('how')}</p>
      <label htmlFor={`${id}-login`}>{t('login')}</label>
      <input
        id={`${id}-login`}
        autoComplete="username"
        autoCapitalize="none"
        required
        value={login}
        onChange={({ target }) => setLogin(target.value)}
      />
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <input
        id={`${id}-code`}
        autoComplete="one-time-code"
        autoCapitalize="none"
        required
        minLength={8}
        maxLength={20}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <label htmlFor={`${id}-password`}>{t('password')}</label>
      <input
        id={`${id}-password`}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <ProblemAlert error={redeem.error} />
      <Button type="primary" htmlType="submit" block loading={redeem.isPending}>
        {t('save')}
      </Button>
      <Button type="link" style={{ padding: 0 }} onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  );
}
