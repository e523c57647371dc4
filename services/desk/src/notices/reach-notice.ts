import { NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { Notice } from './notice';
import { noticeOf, type NoticeRepository } from './persistence/notice.repository';
import { readerOf } from './see-notices';

/** @throws NotFound unless the notice is to the person, or to the organisation acted for and the role there */
export const reachNotice =
  (notices: NoticeRepository) =>
  async (ctx: Context, noticeId: string): Promise<Notice> => {
    const row = await notices.find(ctx, noticeId);
    if (!row) throw new NotFound();
    const notice = noticeOf(row);
    const { type, id, roles } = notice.to;
    requireReach(ctx, { ...(type === 'person' ? { personId: id } : { organisationId: id }), visible: false });
    const { role } = readerOf(ctx);
    if (roles && (role === null || !roles.includes(role))) throw new NotFound();
    return notice;
  };
