import type { Logger } from '@duijie/service-kit';
import { engineFault, type EngineFault } from './engine-fault';

/** What came of a question: an answer, or why there is none. */
export type Asked<T> =
  | { readonly answer: T; readonly fault: null }
  | { readonly answer: null; readonly fault: EngineFault };

export interface EngineGuard {
  /**
   * Runs questions to the engine within a time of their own. Never throws.
   * @param budgetMs for all of them together
   * @returns `away` without asking, while the engine is left alone
   */
  ask<T>(budgetMs: number, question: (signal: AbortSignal) => Promise<T>): Promise<Asked<T>>;
}

const mostInARow = 3;
const leaveAloneMs = 1000;

/**
 * Keeps one use of the engine from waiting question by question while it is away: after three questions in a row that it
 * did not answer it is left alone for a second, then one question tries it. An index that is missing and a question that
 * is refused are answers.
 * @param use what the log calls it @param lateCounts false where the budget is a wish, so that a late answer says nothing
 */
export function createEngineGuard(log: Logger, use: string, lateCounts: boolean): EngineGuard {
  let inARow = 0;
  let leftAloneUntilMs = 0;
  const answers = (): void => {
    if (inARow >= mostInARow) log.info({ use }, 'search engine answers again');
    inARow = 0;
  };
  return {
    async ask(budgetMs, question) {
      if (inARow >= mostInARow) {
        if (performance.now() < leftAloneUntilMs) return { answer: null, fault: 'away' };
        leftAloneUntilMs = performance.now() + leaveAloneMs;
      }
      const signal = AbortSignal.timeout(budgetMs);
      try {
        const answer = await question(signal);
        answers();
        return { answer, fault: null };
      } catch (error) {
        const fault = engineFault(error);
        if (fault !== 'away') {
          answers();
          if (fault === 'refused') log.warn({ use, err: error }, 'search engine refused a question');
        } else if (lateCounts || !signal.aborted) {
          inARow += 1;
          leftAloneUntilMs = performance.now() + leaveAloneMs;
          if (inARow === mostInARow)
            log.warn({ use, err: error }, 'search engine does not answer; it is done without until it does');
        }
        return { answer: null, fault };
      }
    },
  };
}
