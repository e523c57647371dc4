import type { Logger } from '@duijie/service-kit';

/** Thrown at once while the engine is left alone. */
export class EngineAway extends Error {
  constructor() {
    super('The search engine did not answer a moment ago');
    this.name = 'EngineAway';
  }
}

export interface EngineGuard {
  /**
   * Runs questions to the engine within a time of their own.
   * @param budgetMs for all of them together
   * @throws EngineAway without asking, when the engine failed less than a second ago; else what the engine threw
   */
  ask<T>(budgetMs: number, question: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

const leaveAloneMs = 1000;

/** Keeps searches from waiting one by one for an engine that is away. Says once that it is, and once that it is back. */
export function createEngineGuard(log: Logger): EngineGuard {
  let away = false;
  let failedAtMs = 0;
  return {
    async ask(budgetMs, question) {
      if (away && performance.now() - failedAtMs < leaveAloneMs) throw new EngineAway();
      try {
        const answer = await question(AbortSignal.timeout(budgetMs));
        if (away) log.info('search engine answers again');
        away = false;
        return answer;
      } catch (error) {
        if (!away)
          log.warn({ err: error }, 'search engine does not answer as it should; searches are answered without it');
        away = true;
        failedAtMs = performance.now();
        throw error;
      }
    },
  };
}
