import type { MemberRole } from '@duijie/contracts';
import type { Side } from '../session/session';

/** One line of the navigation. */
export interface Place {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly sides: readonly Side[];
  /** Only for these roles; for every role unless given. */
  readonly roles?: readonly MemberRole[];
}

const everybody = ['poster', 'provider', 'association', 'officer'] as const;

/** In the order shown; only addresses that the router knows. */
export const places: readonly Place[] = [
  { path: '/', zh: '首页', en: 'Home', sides: everybody },
  { path: '/discover', zh: '发现', en: 'Discover', sides: everybody },
  { path: '/desk', zh: '撮合工作台', en: 'Desk', sides: ['association'] },
  { path: '/rounds', zh: '撮合轮次', en: 'Rounds', sides: ['association'] },
  { path: '/needs', zh: '我的需求', en: 'Our needs', sides: ['poster'] },
  { path: '/needs', zh: '需求', en: 'Needs', sides: ['association', 'officer'] },
  { path: '/work', zh: '承接工作台', en: 'My work', sides: ['provider', 'association'] },
  { path: '/agreements', zh: '协议', en: 'Agreements', sides: everybody },
  { path: '/packages', zh: '我的服务包', en: 'Our packages', sides: ['provider', 'association'] },
  { path: '/compounds', zh: '小区档案', en: 'Compounds', sides: everybody },
  { path: '/market', zh: '市场', en: 'Market', sides: everybody },
  { path: '/admin/invitations', zh: '邀请社区', en: 'Invite communities', sides: ['officer'] },
  { path: '/admin', zh: '管理', en: 'Administration', sides: ['association'] },
];
