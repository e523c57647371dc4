import type { NeedState } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Audit, Outbox, TransactionContext } from '@duijie/service-kit';
import { bodyOf, listingOf, type Need } from './need';
import { needEventOf } from './need-event';
import type { NeedPartsRepository } from './persistence/need-parts.repository';
import type { NeedRepository } from './persistence/need.repository';
import { basesMissingToDecide } from './publishing-gate';
import { publicPartOf } from './public-part';
import type { Reference } from './reference';

const mostToldOfJoins = 100;

/** What is kept of the public text while nobody else sees the need. */
function lastPublicOf(before: Need | null, after: Need): Need['lastPublic'] {
  if (listingOf(after) !== 'hidden') return null;
  return before && listingOf(before) !== 'hidden' ? publicPartOf(before) : after.lastPublic;
}

/** One thing that happened to a need, for the audit log. A change of state has a `to`. */
export interface NeedStep {
  readonly action: string;
  readonly from?: NeedState | null;
  readonly to?: NeedState;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}
/**
 * Writes a need with its next version, what is missing to decide it, the published version it makes, the audit entries
 * and the event.
 * @param before as it was locked, null for a new one
 * @returns the need as it stands now
 */
export type StoreNeed = (
  ctx: TransactionContext,
  before: Need | null,
  after: Need,
  steps: readonly NeedStep[],
) => Promise<Need>;

export const storeNeed =
  ({
    needs,
    parts,
    reference,
    audit,
    outbox,
    clock,
  }: {
    readonly needs: NeedRepository;
    readonly parts: Pick<NeedPartsRepository, 'joinedBy'>;
    readonly reference: Reference;
    readonly audit: Audit;
    readonly outbox: Outbox;
    readonly clock: Clock;
  }): StoreNeed =>
  async (ctx, before, after, steps) => {
    const now = clock.now();
    const missingBases = after.terms === null ? [] : basesMissingToDecide(after, await reference.book(ctx), dayOf(now));
    const need: Need = {
      ...after,
      missingBases,
      lastPublic: lastPublicOf(before, after),
      version: (before?.version ?? 0) + 1,
      updatedAt: now,
    };
    if (before) await needs.update(ctx, before, need);
    else await needs.insert(ctx, need);
    const aggregate = { type: 'need', id: need.id };
    for (const step of steps) await audit.record(ctx, { aggregate, ...step });
    if (listingOf(need) === 'open') await needs.addVersion(ctx, need);
    const joined = before && before.publishedAt !== null ? await parts.joinedBy(ctx, need.id, mostToldOfJoins) : [];
    await outbox.append(ctx, {
      type: needEventOf(before, need),
      aggregate,
      sequence: need.version,
      data: { ...bodyOf(need), ...(joined.length > 0 ? { joinedOrganisationIds: [...joined] } : {}) },
    });
    return need;
  };
