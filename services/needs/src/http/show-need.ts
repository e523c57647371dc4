import type { NeedView } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Context } from '@duijie/service-kit';
import type { Need } from '../need';
import { seesPrivate } from '../need-reach';
import type { NeedPartsRepository } from '../persistence/need-parts.repository';
import { termsAhead } from '../publish-need';
import type { LotProgressRepository } from '../progress/persistence/lot-progress.repository';
import { basesOf } from '../publishing-gate';
import type { Reference } from '../reference';
import { needPage } from './need.presenter';

/** Joins a need with its files and with what rules ask, for the caller's eyes. */
export type ShowNeed = (ctx: Context, need: Need) => Promise<NeedView>;

export const showNeed =
  ({
    parts,
    progress,
    reference,
    clock,
  }: {
    readonly parts: NeedPartsRepository;
    readonly progress: LotProgressRepository;
    readonly reference: Reference;
    readonly clock: Clock;
  }): ShowNeed =>
  async (ctx, need) => {
    const book = await reference.book(ctx);
    const today = dayOf(clock.now());
    return needPage(need, {
      attachments: await parts.attachments(ctx, need.id),
      lots: need.publishedVersion === null ? [] : await progress.ofNeed(ctx, need.id),
      bases: basesOf(need, book, today),
      ahead: need.publishedAt === null ? termsAhead(need, book, today) : null,
      sees: seesPrivate(ctx, need),
    });
  };
