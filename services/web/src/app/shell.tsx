import { LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { chooseOrganisation, endSession, getSystemStatus } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown, Layout, Menu, Select, Spin } from 'antd';
import { useState } from 'react';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { useCall } from '../api/use-call';
import { useChange } from '../api/use-change';
import { ProblemAlert } from '../kit/problem-alert';
import { sideOf, useSession } from '../session/session';
import { defineWords } from '../words/define-words';
import { changeLanguage, useLanguage } from '../words/language';
import { setLargeText, useLargeText } from './appearance';
import { places } from './navigation';

const useWords = defineWords('shell', {
  zh: {
    tagline: '社区需求与服务包对接',
    demo: '演示系统:机构、需求和服务包均为虚构',
    skip: '跳到正文',
    menu: '菜单',
    organisation: '代表机构',
    signOut: '退出登录',
    large: '大字版',
    normal: '标准字号',
    other: 'English',
    me: '我',
  },
  en: {
    tagline: 'needs meet services',
    demo: 'Demonstration: all organisations, needs and packages are invented',
    skip: 'Skip to content',
    menu: 'Menu',
    organisation: 'Acting for',
    signOut: 'Sign out',
    large: 'Large text',
    normal: 'Normal text',
    other: '中文',
    me: 'Me',
  },
});

/** The frame of every page for whoever is signed in: where one can go, for whom one acts, who one is. */
export function Shell() {
  const t = useWords();
  const { language, say } = useLanguage();
  const large = useLargeText();
  const session = useSession();
  const status = useCall(getSystemStatus, {});
  const location = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const choose = useChange(chooseOrganisation);
  const signOut = useChange(endSession);

  if (session.signedOut) return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname)}`} replace />;
  if (session.error) return <ProblemAlert error={session.error} />;
  if (!session.me) return <Spin fullscreen />;
  const { me } = session;
  const side = me.actingFor ? sideOf(me.actingFor.kind) : null;
  const items = places
    .filter(({ sides }) => side !== null && sides.includes(side))
    .map((place) => ({ key: place.path, label: <Link to={place.path}>{say(place)}</Link> }));
  const here = places.findLast(({ path }) =>
    path === '/' ? location.pathname === '/' : location.pathname.startsWith(path),
  );
  const menu = (
    <Menu mode="inline" items={items} selectedKeys={here ? [here.path] : []} onClick={() => setOpen(false)} />
  );

  return (
    <Layout style={{ minHeight: '100%' }}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      {status.data?.demo ? <div className="demo-banner">{t('demo')}</div> : null}
      <Layout.Header className="shell-header">
        <Button
          type="text"
          className="shell-menu"
          icon={<MenuOutlined />}
          aria-label={t('menu')}
          onClick={() => setOpen(true)}
        />
        <Link to="/" className="shell-brand">
          对接<small>{t('tagline')}</small>
        </Link>
        <span className="shell-spread" />
        {me.organisations.length > 1 ? (
          <Select
            aria-label={t('organisation')}
            variant="filled"
            style={{ maxWidth: 240 }}
            value={me.actingFor?.organisationId ?? null}
            options={me.organisations.map((o) => ({ value: o.organisationId, label: o.organisationName }))}
            onChange={(organisationId: string) =>
              choose.mutate({ body: { organisationId } }, { onSuccess: () => void queries.resetQueries() })
            }
          />
        ) : (
          <span className="muted shell-organisation">{me.actingFor?.organisationName}</span>
        )}
        <Dropdown
          menu={{
            items: [
              { key: 'language', label: t('other') },
              { key: 'text', label: large ? t('normal') : t('large') },
              { type: 'divider' },
              { key: 'out', icon: <LogoutOutlined />, label: t('signOut') },
            ],
            onClick({ key }) {
              if (key === 'language') changeLanguage(language === 'zh' ? 'en' : 'zh');
              if (key === 'text') setLargeText(!large);
              if (key === 'out')
                signOut.mutate(
                  {},
                  {
                    onSuccess() {
                      queries.clear();
                      void navigate('/sign-in');
                    },
                  },
                );
            },
          }}
        >
          <Button type="text" icon={<UserOutlined />} aria-label={t('me')}>
            <span className="shell-name">{me.person.name}</span>
          </Button>
        </Dropdown>
      </Layout.Header>
      <Layout>
        <Layout.Sider width={184} breakpoint="lg" collapsedWidth={0} trigger={null} className="shell-side">
          <nav aria-label={t('menu')}>{menu}</nav>
        </Layout.Sider>
        <Layout.Content>
          <main id="main" className="shell-main" tabIndex={-1}>
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
