import type { Clock } from '@duijie/domain-kit';
import type { Outbox, TransactionContext } from '@duijie/service-kit';
import type { LockedNeed, MatchRepository } from './persistence/match.repository';
import type { Subjects } from './persistence/subjects.read-model';
import { isNews, mostBest, type ToldList } from './told-list';

/** A need whose list was just made. */
export interface MadeList {
  readonly need: LockedNeed;
  /** Best first, all that are suggested. */
  readonly suggested: readonly { readonly packageId: string; readonly score: number }[];
  /** Null where nobody looked: then what was told last stands. */
  readonly whyNone: ToldList['whyNone'] | null;
}

/** Publishes `need.matched.v1` for published needs whose list is news, in the transaction that writes the lists. */
export const tellNeedMatches =
  ({
    clock,
    outbox,
    matches,
    subjects,
  }: {
    readonly clock: Clock;
    readonly outbox: Outbox;
    readonly matches: MatchRepository;
    readonly subjects: Subjects;
  }) =>
  async (ctx: TransactionContext, lists: readonly MadeList[]): Promise<void> => {
    const news = lists.flatMap(({ need, suggested, whyNone }) => {
      const now: ToldList = {
        suggested: suggested.length,
        best: suggested.slice(0, mostBest).map(({ packageId, score }) => ({ packageId, score })),
        whyNone: suggested.length > 0 ? [] : (whyNone ?? need.told?.whyNone ?? []),
      };
      return need.shown && isNews(need.told, now) ? [{ need, now }] : [];
    });
    if (news.length === 0) return;
    const packages = await subjects.packageBodies(ctx, [
      ...new Set(news.flatMap(({ now }) => now.best.map(({ packageId }) => packageId))),
    ]);
    const told = news.map(({ need, now }) => ({ needId: need.id, version: need.listVersion + 1, list: now }));
    await matches.told(ctx, told);
    await outbox.appendAll(
      ctx,
      told.map(({ needId, version, list }) => ({
        type: 'need.matched.v1' as const,
        aggregate: { type: 'need', id: needId },
        sequence: version,
        data: {
          needId,
          version,
          suggested: list.suggested,
          best: list.best.flatMap(({ packageId, score }) => {
            const pkg = packages.get(packageId);
            if (!pkg) return [];
            const { title: packageTitle, providerId, providerName } = pkg;
            return [{ packageId, packageTitle, providerId, providerName, score }];
          }),
          whyNone: [...list.whyNone],
          at: clock.now().toISOString(),
        },
      })),
    );
  };
