import { UserOutlined } from '@ant-design/icons';
import type { AnswerOf } from '@duijie/api-client';
import { endSession, type getMe } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../kit/use-act';
import { forgetKeptHere, keptHere } from '../session/kept-here';
import { setOnBehalf, useOnBehalf } from '../session/on-behalf';
import { defineWords } from '../words/define-words';
import { changeLanguage, useLanguage } from '../words/language';
import { setLargeText, useLargeText } from './appearance';
import { useLightDismiss } from './use-light-dismiss';

const LeaveModal = lazy(async () => ({ default: (await import('./leave-modal')).LeaveModal }));

const useWords = defineWords('account', {
  zh: {
    organisation: '本机构资料与成员',
    profile: '个人资料与安全',
    behalf: '代为办理…',
    large: '大字版',
    normal: '标准字号',
    other: 'English',
    signOut: '退出登录',
    me: '{{name}}：我的菜单',
  },
  en: {
    organisation: 'Our organisation and members',
    profile: 'Profile and security',
    behalf: 'Work on behalf…',
    large: 'Large text',
    normal: 'Normal text',
    other: '中文',
    signOut: 'Sign out',
    me: '{{name}}: my menu',
  },
});

const OnBehalfModal = lazy(async () => ({ default: (await import('../kit/on-behalf-modal')).OnBehalfModal }));

/** What concerns the person: profile, language, size of text, the way out; for a broker also work on behalf. */
export function Account({ me }: { readonly me: AnswerOf<typeof getMe> }) {
  const t = useWords();
  const { language } = useLanguage();
  const large = useLargeText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = useAct(endSession, []);
  const onBehalf = useOnBehalf();
  const menu = useRef<HTMLDialogElement>(null);
  useLightDismiss(menu);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const brokers = me.actingFor?.kind === 'association' && onBehalf === null;
  const leave = (clears: boolean): void =>
    signOut.act({}, () => {
      if (clears) forgetKeptHere();
      setLeaving(false);
      setOnBehalf(null);
      queries.clear();
      void navigate('/sign-in');
    });
  const acts: Readonly<Record<string, () => void>> = {
    organisation: () => void navigate('/organisation'),
    profile: () => void navigate('/profile'),
    behalf: () => setAsking(true),
    language: () => changeLanguage(language === 'zh' ? 'en' : 'zh'),
    text: () => setLargeText(!large),
    out: () => (keptHere() > 0 ? setLeaving(true) : leave(false)),
  };
  const items = [
    ...(me.actingFor ? [{ key: 'organisation', label: t('organisation') }] : []),
    { key: 'profile', label: t('profile') },
    ...(brokers ? [{ key: 'behalf', label: t('behalf') }] : []),
    { key: 'language', label: t('other') },
    { key: 'text', label: large ? t('normal') : t('large') },
    { key: 'out', label: t('signOut') },
  ];
  return (
    <>
      <Button
        type="text"
        className="shell-account"
        icon={<UserOutlined aria-hidden />}
        aria-label={t('me', { name: me.person.name })}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          if (!menu.current) return;
          menu.current.style.marginBlockStart = `${currentTarget.getBoundingClientRect().bottom + 4}px`;
          menu.current.showModal();
        }}
      >
        <span className="shell-name">{me.person.name}</span>
      </Button>
      <dialog ref={menu} className="shell-account-menu" aria-label={t('me', { name: me.person.name })}>
        <ul className="shell-places">
          {items.map(({ key, label }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  menu.current?.close();
                  acts[key]?.();
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </dialog>
      {leaving ? (
        <Suspense>
          <LeaveModal onLeave={leave} onClose={() => setLeaving(false)} />
        </Suspense>
      ) : null}
      {asking ? (
        <Suspense>
          <OnBehalfModal then="/" onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
