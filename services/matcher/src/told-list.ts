import type { NeedMatchesBody } from '@duijie/contracts';

/** What of a need's list is told to others. */
export interface ToldList {
  readonly suggested: number;
  /** Best first, five at most. */
  readonly best: readonly { readonly packageId: string; readonly score: number }[];
  readonly whyNone: NeedMatchesBody['whyNone'];
}

export const mostBest = 5;
/** Scores drift with every change of the words that all packages share; two points of a hundred are news. */
const drift = 200;

/** Whether a list differs from what was told last so that people would notice. */
export const isNews = (told: ToldList | null, now: ToldList): boolean =>
  told === null ||
  told.suggested !== now.suggested ||
  JSON.stringify(told.whyNone) !== JSON.stringify(now.whyNone) ||
  told.best.length !== now.best.length ||
  now.best.some(({ packageId, score }, at) => {
    const before = told.best[at];
    return before?.packageId !== packageId || Math.abs(before.score - score) >= drift;
  });
