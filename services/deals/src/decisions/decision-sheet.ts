import type { DecisionSheet } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { isInTheRunning, isUnopened } from '../responses/response';
import type { DecisionDeps } from './decision-deps';
import { blockersOf, matterOf, rankingOf, scoringOf, whyNot } from './decision-matter';

/** What the poster decides from. Sealed responses are not on it before they are opened. */
export const decisionSheetOf =
  (deps: DecisionDeps) =>
  async (ctx: Context, lot: Lot): Promise<DecisionSheet> => {
    const all = await deps.responses.ofLot(ctx, lot.id, lot.attempt);
    const shown = all.filter((one) => isInTheRunning(one) && !isUnopened(one));
    const matter = await matterOf(deps, ctx, lot, shown);
    const scoring = lot.terms.evaluation === 'scored' ? scoringOf(matter, null) : null;
    const candidates = rankingOf(matter, scoring).flatMap((ranked) => {
      const response = shown.find(({ id }) => id === ranked.responseId);
      return response
        ? {
            ...ranked,
            version: response.version,
            state: response.state,
            conflict: response.conflict,
            packageId: response.packageId,
            submittedAt: (response.submittedAt ?? response.createdAt).toISOString(),
            whyNot: whyNot(matter, response),
          }
        : [];
    });
    const usable = candidates.filter((one) => one.whyNot.length === 0);
    const proposed = usable.find(({ rank }) => rank === 1) ?? (usable.length === 1 ? usable[0] : undefined);
    return {
      version: lot.version,
      lotId: lot.id,
      evaluation: lot.terms.evaluation,
      responseCount: lot.responseCount,
      leastResponses: lot.terms.leastResponses,
      candidates,
      proposedResponseId: proposed?.responseId ?? null,
      blockers: blockersOf(matter),
    };
  };
