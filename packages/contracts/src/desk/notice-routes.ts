import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { person } from '../policy';
import { id, queryFlag } from '../primitives';
import { routesOf } from '../route';
import {
  noticeGroupText,
  noticeSettings,
  noticeStreamData,
  noticeTopic,
  noticeView,
  unreadNotices,
} from './notice-view';

const route = routesOf('desk');
const one = z.strictObject({ noticeId: id });

/** To the person and to the organisation acted for, newest first. */
export const listNotices = route('listNotices', {
  method: 'GET',
  path: '/notices',
  summary: { zh: '通知', en: 'List notices to me and to the organisation I act for' },
  query: pageQuery.extend({ unread: queryFlag.optional() }),
  response: pageOf(noticeView),
});
export const countUnreadNotices = route('countUnreadNotices', {
  method: 'GET',
  path: '/notices/unread-count',
  summary: { zh: '未读通知数', en: 'Count unread notices' },
  response: unreadNotices,
});
/**
 * Live notices as server-sent events: `unread` at the beginning and when something was read elsewhere, `notice` for each
 * new one. Every event has an id; Last-Event-ID gives what came in the meantime. A stream lasts 55 s, then EventSource
 * opens the next one by itself.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const streamNotices = route('streamNotices', {
  method: 'GET',
  path: '/notices/stream',
  summary: { zh: '实时通知', en: 'Stream notices as they come' },
  response: noticeStreamData,
  transfer: 'stream',
});
export const getNoticeSettings = route('getNoticeSettings', {
  method: 'GET',
  path: '/notices/settings',
  summary: { zh: '通知设置', en: 'See what I have muted' },
  response: noticeSettings,
});
export const changeNoticeSettings = route('changeNoticeSettings', {
  method: 'PUT',
  path: '/notices/settings',
  summary: { zh: '修改通知设置', en: 'Choose what to mute' },
  body: z.strictObject({ muted: z.array(noticeTopic).max(20) }),
  response: noticeSettings,
});
/** Everything up to this notice, or everything there is. */
export const readAllNotices = route('readAllNotices', {
  method: 'POST',
  path: '/notices/read-all',
  kind: 'call',
  summary: { zh: '全部标为已读', en: 'Mark all notices as read' },
  body: z.strictObject({ upTo: id.nullable().default(null) }),
  response: unreadNotices,
});
export const readNotice = route('readNotice', {
  method: 'POST',
  path: '/notices/:noticeId/read',
  kind: 'call',
  summary: { zh: '标为已读', en: 'Mark a notice as read' },
  params: one,
  response: unreadNotices,
});
export const getNoticeGroupText = route('getNoticeGroupText', {
  method: 'GET',
  path: '/notices/:noticeId/group-text',
  summary: { zh: '群通知文本', en: 'Text to copy into a group chat' },
  params: one,
  response: noticeGroupText,
});

export const noticeRoutes = {
  listNotices,
  countUnreadNotices,
  streamNotices,
  getNoticeSettings,
  changeNoticeSettings,
  readAllNotices,
  readNotice,
  getNoticeGroupText,
} as const;

const readers = [person('self'), person('own')] as const;
export const noticePolicy = {
  listNotices: readers,
  countUnreadNotices: readers,
  streamNotices: readers,
  getNoticeSettings: [person('self')],
  changeNoticeSettings: [person('self')],
  readAllNotices: readers,
  readNotice: readers,
  getNoticeGroupText: readers,
} satisfies PolicyOf<typeof noticeRoutes>;
