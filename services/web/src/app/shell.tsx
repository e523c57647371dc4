import { MenuOutlined } from '@ant-design/icons';
import { getDemo } from '@duijie/contracts';
import { App as AntApp, Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { useCall } from '../api/use-call';
import { Bell } from '../features/notices/bell';
import { ProblemAlert } from '../kit/problem-alert';
import { samePage } from '../kit/same-page';
import { useOnBehalf } from '../session/on-behalf';
import { useSession } from '../session/session';
import { defineWords } from '../words/define-words';
import { Account } from './account';
import { Navigation } from './navigation-list';
import { OfflineBanner } from './offline-banner';
import { OnBehalfBanner } from './on-behalf-banner';
import { OrganisationChoice } from './organisation-choice';
import './shell.css';
import { useLightDismiss } from './use-light-dismiss';

const useWords = defineWords('shell', {
  zh: {
    tagline: '社区需求与服务包对接',
    demo: '演示数据：标有“虚构”的机构、需求和服务包均为虚构',
    emptying: '正在清空演示数据',
    start: '清空并正式启用',
    skip: '跳到正文',
    menu: '菜单',
    close: '关闭菜单',
    factor: '您的角色需要先绑定动态口令才能使用',
    bind: '去绑定',
  },
  en: {
    tagline: 'needs meet services',
    demo: 'Demonstration: organisations, needs and packages marked so are invented',
    emptying: 'The demonstration is being emptied',
    start: 'Empty it and start for real',
    skip: 'Skip to content',
    menu: 'Menu',
    close: 'Close the menu',
    factor: 'Your role needs a second factor before it can be used',
    bind: 'Enrol one',
  },
});

/** The frame of every page for whoever is signed in: where one can go, for whom one acts, who one is. */
export function Shell() {
  const t = useWords();
  const session = useSession();
  const demo = useCall(getDemo, {});
  const onBehalf = useOnBehalf();
  const { pathname, search, state } = useLocation();
  const menu = useRef<HTMLDialogElement>(null);
  useLightDismiss(menu);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  // A new page begins at its top, for eyes and for screen readers.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (state === samePage) return;
    menu.current?.close();
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname, state]);

  if (session.signedOut) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.error) return <ProblemAlert error={session.error} />;
  if (!session.me)
    return (
      <div className="shell-loading">
        <Spin />
      </div>
    );
  const { me } = session;

  return (
    <AntApp className="shell">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      {demo.data && demo.data.state !== 'none' ? (
        <div className="demo-banner">
          {t(demo.data.state === 'emptying' ? 'emptying' : 'demo')}
          {me.actingFor?.kind === 'association' && me.actingFor.role === 'administrator' ? (
            <>
              {' '}
              <Link to="/setup#set-up-demo">{t('start')}</Link>
            </>
          ) : null}
        </div>
      ) : null}
      <OfflineBanner />
      <OnBehalfBanner />
      {me.secondFactor === 'to-enrol' && pathname !== '/profile' ? (
        <div className="demo-banner">
          {t('factor')} <Link to="/profile">{t('bind')}</Link>
        </div>
      ) : null}
      <header className="shell-header">
        <Button
          type="text"
          className="shell-menu"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('menu')}
          onClick={() => menu.current?.showModal()}
        />
        <Link to="/" className="shell-brand">
          对接<small>{t('tagline')}</small>
        </Link>
        <span className="shell-spread" />
        {onBehalf ? null : <OrganisationChoice me={me} />}
        {onBehalf ? null : <Bell />}
        <Account me={me} />
      </header>
      <div className="shell-body">
        <nav aria-label={t('menu')} className="shell-side">
          <Navigation acting={me.actingFor} />
        </nav>
        <main id="main" ref={main} className="shell-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <dialog ref={menu} className="shell-drawer" aria-label={t('menu')}>
        <nav aria-label={t('menu')}>
          <Navigation acting={me.actingFor} />
        </nav>
        <Button type="text" onClick={() => menu.current?.close()}>
          {t('close')}
        </Button>
      </dialog>
    </AntApp>
  );
}
