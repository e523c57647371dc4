import { changePassword } from '@duijie/contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('change-password', {
  zh: {
    title: '密码',
    current: '现在的密码',
    next: '新密码',
    hint: '至少 10 个字符；修改后其他设备会退出登录',
    save: '修改密码',
    saved: '密码已修改，其他设备已退出',
  },
  en: {
    title: 'Password',
    current: 'Present password',
    next: 'New password',
    hint: 'At least 10 characters; your other devices are signed out',
    save: 'Change password',
    saved: 'Changed; your other devices are signed out',
  },
});

/** Changes one's own password. */
export function ChangePassword() {
  const t = useWords();
  const id = useId();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAct(changePassword, [], t('saved'), true);
  return (
    <Section title={t('title')}>
      <form
        style={{ maxWidth: 360 }}
        onSubmit={(event) => {
          event.preventDefault();
          change.act({ body: { current, next } }, () => {
            setCurrent('');
            setNext('');
          });
        }}
      >
        <Field label={t('current')} htmlFor={`${id}-current`} pointer="/current" error={change.error}>
          <Input.Password
            id={`${id}-current`}
            autoComplete="current-password"
            required
            maxLength={200}
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </Field>
        <Field label={t('next')} htmlFor={`${id}-next`} pointer="/next" hint={t('hint')} error={change.error}>
          <Input.Password
            id={`${id}-next`}
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={200}
            value={next}
            onChange={({ target }) => setNext(target.value)}
          />
        </Field>
        <FormProblem error={change.error} fields={['/current', '/next']} />
        <Button htmlType="submit" loading={change.pending}>
          {t('save')}
        </Button>
      </form>
    </Section>
  );
}
