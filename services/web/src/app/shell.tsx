import { MenuOutlined } from '@ant-design/icons';
import { getSystemStatus } from '@duijie/contracts';
import { Button, Drawer, Layout, Menu, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { useCall } from '../api/use-call';
import { Bell } from '../features/notices/bell';
import { ProblemAlert } from '../kit/problem-alert';
import { useOnBehalf } from '../session/on-behalf';
import { sideOf, useSession } from '../session/session';
import { defineWords } from '../words/define-words';
import { samePage } from '../kit/same-page';
import { useLanguage } from '../words/language';
import { Account } from './account';
import { places } from './navigation';
import { OnBehalfBanner } from './on-behalf-banner';
import { OrganisationChoice } from './organisation-choice';
import './shell.css';

const useWords = defineWords('shell', {
  zh: {
    tagline: '社区需求与服务包对接',
    demo: '演示系统:机构、需求和服务包均为虚构',
    skip: '跳到正文',
    menu: '菜单',
    factor: '您的角色需要先绑定动态口令才能使用',
    bind: '去绑定',
  },
  en: {
    tagline: 'needs meet services',
    demo: 'Demonstration: all organisations, needs and packages are invented',
    skip: 'Skip to content',
    menu: 'Menu',
    factor: 'Your role needs a second factor before it can be used',
    bind: 'Enrol one',
  },
});

/** The frame of every page for whoever is signed in: where one can go, for whom one acts, who one is. */
export function Shell() {
  const t = useWords();
  const { say } = useLanguage();
  const session = useSession();
  const status = useCall(getSystemStatus, {});
  const onBehalf = useOnBehalf();
  const location = useLocation();
  const { pathname, search } = location;
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // A new page begins at its top, for eyes and for screen readers; not where only its address came to be known.
  const { state } = location as { state: unknown };
  useEffect(() => {
    if (state === samePage) return;
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname, state]);

  if (session.signedOut) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.error) return <ProblemAlert error={session.error} />;
  if (!session.me) return <Spin fullscreen />;
  const { me } = session;
  const side = me.actingFor ? sideOf(me.actingFor.kind) : null;
  const mine = places.filter(
    ({ sides, roles }) =>
      side !== null && sides.includes(side) && (!roles || (me.actingFor && roles.includes(me.actingFor.role))),
  );
  const here = mine.reduce<string | null>(
    (found, { path }) =>
      (path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)) &&
      path.length > (found?.length ?? 0)
        ? path
        : found,
    null,
  );
  const menu = (
    <Menu
      mode="inline"
      items={mine.map((place) => ({ key: place.path, label: <Link to={place.path}>{say(place)}</Link> }))}
      selectedKeys={here === null ? [] : [here]}
      onClick={() => setOpen(false)}
    />
  );

  return (
    <Layout style={{ minHeight: '100dvh' }}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      {status.data?.demo ? <div className="demo-banner">{t('demo')}</div> : null}
      <OnBehalfBanner />
      {me.secondFactor === 'to-enrol' && pathname !== '/profile' ? (
        <div className="demo-banner">
          {t('factor')} <Link to="/profile">{t('bind')}</Link>
        </div>
      ) : null}
      <Layout.Header className="shell-header">
        <Button
          type="text"
          className="shell-menu"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('menu')}
          onClick={() => setOpen(true)}
        />
        <Link to="/" className="shell-brand">
          对接<small>{t('tagline')}</small>
        </Link>
        <span className="shell-spread" />
        {onBehalf ? null : <OrganisationChoice me={me} />}
        {onBehalf ? null : <Bell />}
        <Account me={me} />
      </Layout.Header>
      <Layout>
        <Layout.Sider width={184} className="shell-side">
          <nav aria-label={t('menu')}>{menu}</nav>
        </Layout.Sider>
        <Layout.Content>
          <main id="main" ref={main} className="shell-main" tabIndex={-1}>
            <Outlet />
          </main>
        </Layout.Content>
      </Layout>
      <Drawer placement="left" size={260} open={open} onClose={() => setOpen(false)} title="对接">
        <nav aria-label={t('menu')}>{menu}</nav>
      </Drawer>
    </Layout>
  );
}
