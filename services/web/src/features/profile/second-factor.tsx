import type { AnswerOf } from '@duijie/api-client';
import { confirmTotp, enrolTotp, getMe, removeTotp } from '@duijie/contracts';
import { Alert, Button, Input, QRCode } from 'antd';
import { useId, useState } from 'react';
import { CopyText } from '../../kit/copy-text';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('second-factor', {
  zh: {
    title: '动态口令（第二重验证）',
    on: '已启用：登录时除密码外还要输入手机上的 6 位口令。',
    off: '未启用。启用后，只知道密码的人无法登录。',
    must: '您的角色必须启用动态口令，启用前不能使用相应权限。',
    password: '先输入登录密码',
    start: '开始绑定',
    scan: '用手机上的身份验证器（如微信小程序“腾讯身份验证器”）扫码，再输入显示的 6 位口令。',
    secret: '不能扫码时手动输入密钥',
    code: '6 位口令',
    confirm: '确认启用',
    done: '已启用',
    remove: '解除绑定',
    removed: '已解除',
    copy: '复制密钥',
  },
  en: {
    title: 'Second factor (one-time codes)',
    on: 'In use: to sign in, the 6-digit code of your phone is asked besides the password.',
    off: 'Not in use. With it, nobody who only knows the password can sign in.',
    must: 'Your role needs a second factor, and cannot be used without it.',
    password: 'Your password first',
    start: 'Begin',
    scan: 'Scan it with an authenticator app, then type the 6 digits that it shows.',
    secret: 'Where you cannot scan, type this secret',
    code: '6-digit code',
    confirm: 'Confirm',
    done: 'In use now',
    remove: 'Remove',
    removed: 'Removed',
    copy: 'Copy the secret',
  },
});
type State = AnswerOf<typeof getMe>['secondFactor'];

/** Enrols a second factor by scanning and one code, or removes it. */
export function SecondFactor({ state }: { readonly state: State }) {
  const t = useWords();
  const id = useId();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [shown, setShown] = useState<AnswerOf<typeof enrolTotp> | null>(null);
  const enrol = useAct(enrolTotp, [getMe], undefined, true);
  const confirm = useAct(confirmTotp, [getMe], t('done'), true);
  const remove = useAct(removeTotp, [getMe], t('removed'), true);
  const active = state === 'confirmed';
  const clear = (): void => {
    setPassword('');
    setCode('');
    setShown(null);
  };
  const submit = (): void => {
    if (active) return remove.act({ body: { password, code } }, clear);
    if (shown) return confirm.act({ body: { code } }, clear);
    return enrol.act({ body: { password } }, (answer) => {
      setPassword('');
      setShown(answer);
    });
  };
  const codeField = (
    <div className="kit-field">
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <Input
        id={`${id}-code`}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        pattern="\d{6}"
        maxLength={6}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
    </div>
  );
  return (
    <Section title={t('title')}>
      <Alert
        type={active ? 'success' : state === 'to-enrol' ? 'warning' : 'info'}
        title={t(active ? 'on' : state === 'to-enrol' ? 'must' : 'off')}
        style={{ marginBottom: 12 }}
      />
      <form
        style={{ maxWidth: 360 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {shown ? (
          <>
            <p>{t('scan')}</p>
            <QRCode type="svg" value={shown.uri} />
            <p className="muted">{t('secret')}</p>
            <p className="kit-row">
              <code style={{ overflowWrap: 'anywhere' }}>{shown.secret}</code>
              <CopyText size="small" label={t('copy')} text={shown.secret} />
            </p>
          </>
        ) : (
          <div className="kit-field">
            <label htmlFor={`${id}-password`}>{t('password')}</label>
            <Input.Password
              id={`${id}-password`}
              autoComplete="current-password"
              required
              maxLength={200}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </div>
        )}
        {shown || active ? codeField : null}
        <ProblemAlert error={enrol.error ?? confirm.error ?? remove.error} />
        <Button
          htmlType="submit"
          danger={active}
          loading={enrol.pending || confirm.pending || remove.pending}
          style={{ marginTop: 8 }}
        >
          {t(active ? 'remove' : shown ? 'confirm' : 'start')}
        </Button>
      </form>
    </Section>
  );
}
