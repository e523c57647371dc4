import {
  changeNoticeSettings,
  countUnreadNotices,
  getNoticeGroupText,
  getNoticeSettings,
  listNotices as listContract,
  readAllNotices as readAllContract,
  readNotice as readContract,
  streamNotices as streamContract,
} from '@duijie/contracts';
import { bind, personOf, type BoundRoute, type Database, type StreamRequest } from '@duijie/service-kit';
import { groupText } from '../group-text';
import { muteNotices } from '../mute-notices';
import type { NoticeSettingRepository } from '../persistence/notice-setting.repository';
import { reachNotice } from '../reach-notice';
import { readAllNotices, readNotice, type ReadDeps } from '../read-notices';
import { countUnread, listNotices, readerOf } from '../see-notices';
import type { NoticeHub } from '../stream/notice-hub';
import { streamNotices } from '../stream/stream-notices';

export interface NoticeRouteDeps extends ReadDeps {
  readonly database: Database;
  readonly settings: NoticeSettingRepository;
  readonly hub: NoticeHub;
  /** Address of the console, where it is known. */
  readonly origin: string | undefined;
}

/** Routes of notices. */
export function noticeRoutesOf(deps: NoticeRouteDeps): BoundRoute[] {
  const list = listNotices(deps);
  const count = countUnread(deps);
  const read = readNotice(deps);
  const readAll = readAllNotices(deps);
  const reach = reachNotice(deps.notices);
  const mute = muteNotices(deps);
  const stream = streamNotices(deps);
  return [
    bind(listContract, async (ctx, { query }) => {
      const { items, nextCursor } = await list(ctx, query);
      return { items: [...items], nextCursor };
    }),
    bind(countUnreadNotices, (ctx) => count(ctx, readerOf(ctx))),
    bind(streamContract, async (ctx, input) => stream(ctx, input.stream as StreamRequest)),
    bind(getNoticeSettings, (ctx) => deps.settings.find(ctx, personOf(ctx).personId)),
    bind(changeNoticeSettings, (ctx, { body, ifMatch }) => mute(ctx, body.muted, ifMatch)),
    bind(readAllContract, (ctx, { body }) => readAll(ctx, body.upTo)),
    bind(readContract, (ctx, { params }) => read(ctx, params.noticeId)),
    bind(getNoticeGroupText, async (ctx, { params }) =>
      groupText(await reach(ctx, params.noticeId), deps.clock.now(), deps.origin),
    ),
  ];
}
