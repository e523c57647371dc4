import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import type { AnswerOf } from '@duijie/api-client';
import { endSession, type getMe } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { OnBehalfModal } from '../kit/on-behalf-modal';
import { useAct } from '../kit/use-act';
import { setOnBehalf, useOnBehalf } from '../session/on-behalf';
import { defineWords } from '../words/define-words';
import { changeLanguage, useLanguage } from '../words/language';
import { setLargeText, useLargeText } from './appearance';

const useWords = defineWords('account', {
  zh: {
    profile: '个人资料与安全',
    settings: '语言与字号',
    behalf: '代为办理…',
    large: '大字版',
    normal: '标准字号',
    other: 'English',
    signOut: '退出登录',
    me: '{{name}}:我的菜单',
  },
  en: {
    profile: 'Profile and security',
    settings: 'Language and text size',
    behalf: 'Work on behalf…',
    large: 'Large text',
    normal: 'Normal text',
    other: '中文',
    signOut: 'Sign out',
    me: '{{name}}: my menu',
  },
});

/** What concerns the person: profile, language, size of text, the way out; for a broker also work on behalf. */
export function Account({ me }: { readonly me: AnswerOf<typeof getMe> }) {
  const t = useWords();
  const { language } = useLanguage();
  const large = useLargeText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = useAct(endSession, []);
  const onBehalf = useOnBehalf();
  const [asking, setAsking] = useState(false);
  const brokers = me.actingFor?.kind === 'association' && onBehalf === null;
  const acts: Readonly<Record<string, () => void>> = {
    profile: () => void navigate('/profile'),
    behalf: () => setAsking(true),
    language: () => changeLanguage(language === 'zh' ? 'en' : 'zh'),
    text: () => setLargeText(!large),
    out: () =>
      signOut.act({}, () => {
        setOnBehalf(null);
        queries.clear();
        void navigate('/sign-in');
      }),
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'profile', icon: <UserOutlined aria-hidden />, label: t('profile') },
            ...(brokers ? [{ key: 'behalf', label: t('behalf') }] : []),
            { type: 'divider' },
            { key: 'language', label: t('other') },
            { key: 'text', label: large ? t('normal') : t('large') },
            { type: 'divider' },
            { key: 'out', icon: <LogoutOutlined aria-hidden />, label: t('signOut') },
          ],
          onClick: ({ key }) => acts[key]?.(),
        }}
      >
        <Button
          type="text"
          className="shell-account"
          icon={<UserOutlined aria-hidden />}
          aria-label={t('me', { name: me.person.name })}
        >
          <span className="shell-name">{me.person.name}</span>
        </Button>
      </Dropdown>
      {asking ? <OnBehalfModal then="/" onClose={() => setAsking(false)} /> : null}
    </>
  );
}
