import type { Clock } from '@duijie/domain-kit';
import type { Signals, TransactionContext } from '@duijie/service-kit';
import type { NoticeDraft } from './notice';
import type { NoticeRepository } from './persistence/notice.repository';
import { noticeSignal } from './stream/notice-hub';

/**
 * Writes notices in the transaction of what they tell; streams are nudged once it is committed. Called once a transaction:
 * only the recipients of one call are locked in one order.
 */
export type Tell = (ctx: TransactionContext, drafts: readonly NoticeDraft[]) => Promise<void>;

/**
 * Who does something for an organisation sees what it is told about that as read, the other members do not; what was done
 * on behalf is news to all of them.
 */
export const createTell =
  (deps: { readonly notices: NoticeRepository; readonly clock: Clock; readonly signals: Signals }): Tell =>
  async (ctx, drafts) => {
    const byRecipient = new Map<string, NoticeDraft[]>();
    for (const draft of drafts) byRecipient.set(draft.to.id, [...(byRecipient.get(draft.to.id) ?? []), draft]);
    if (byRecipient.size === 0) return;
    const { actor } = ctx;
    const doer = actor.type === 'person' && !actor.onBehalf ? actor : undefined;
    const now = deps.clock.now();
    const told: string[] = [];
    // In one order everywhere: the counter of a recipient stays locked until the commit.
    for (const [recipientId, own] of [...byRecipient].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const written = await deps.notices.append(ctx, recipientId, own, now);
      if (written.length === 0) continue;
      told.push(recipientId);
      if (doer && (recipientId === doer.actingFor?.organisationId || recipientId === doer.personId))
        await deps.notices.markRead(ctx, doer.personId, written, now);
    }
    if (told.length > 0) ctx.transaction.afterCommit(() => deps.signals.send(noticeSignal, JSON.stringify(told)));
  };
