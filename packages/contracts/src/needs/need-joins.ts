import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, instant, line, version } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('needs');
const one = z.strictObject({ needId: id });

/** Another community's “我也要” on a need. */
export const needJoin = z.strictObject({
  id,
  version,
  needId: id,
  organisationId: id,
  organisationName: z.string(),
  note: z.string().nullable(),
  joinedAt: instant,
});
export type NeedJoin = z.infer<typeof needJoin>;

/** A verified poster joins an open need of its own district. */
export const joinNeed = route('joinNeed', {
  method: 'POST',
  path: '/needs/:needId/joins',
  summary: { zh: '我也要', en: 'Join a need' },
  params: one,
  body: z.strictObject({ note: line(200).nullable().default(null) }),
  response: needJoin,
});
export const leaveNeed = route('leaveNeed', {
  method: 'DELETE',
  path: '/needs/:needId/joins/:joinId',
  summary: { zh: '取消“我也要”', en: 'Leave a need that was joined' },
  params: one.extend({ joinId: id }),
});
/** In the order of joining. Notes are shown to the need's poster, officers of its area, brokers, and each joiner its own. */
export const listNeedJoins = route('listNeedJoins', {
  method: 'GET',
  path: '/needs/:needId/joins',
  summary: { zh: '“我也要”的社区', en: 'List who joined a need' },
  params: one,
  query: pageQuery,
  response: pageOf(needJoin).extend({ count: z.int() }),
});
