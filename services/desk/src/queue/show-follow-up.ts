import { startOfDay } from '@duijie/domain-kit';
import type { FollowUpListener } from '../follow-ups/follow-up-tasks';
import type { TaskBook } from './task-book';

/** A follow-up stands in the queue from its day on, with whoever it belongs to. */
export const showFollowUp =
  (book: TaskBook): FollowUpListener =>
  async (ctx, followUp) => {
    if (followUp.state !== 'open') return book.close(ctx, 'follow_up', followUp.id);
    const { assigneeId, assigneeName, associationId } = followUp;
    return book.open(
      ctx,
      {
        kind: 'follow_up',
        subject: { type: 'follow_up', id: followUp.id },
        needId: followUp.needId,
        associationId,
        title: followUp.title,
        poster: null,
        provider: null,
        district: null,
        subdistrict: null,
        details: { zh: followUp.what, en: followUp.what, day: followUp.dueOn },
        occasion: followUp.dueOn,
        dueAt: startOfDay(followUp.dueOn),
        hidden: true,
        demo: followUp.demo,
      },
      assigneeId === null || assigneeName === null
        ? null
        : { personId: assigneeId, name: assigneeName, organisationId: associationId },
    );
  };
