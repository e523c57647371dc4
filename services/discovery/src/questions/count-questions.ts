import { dayOf, type Clock } from '@duijie/domain-kit';
import { Loop, type Logger } from '@duijie/service-kit';
import type { QuestionCount, QuestionsRepository } from '../persistence/questions.repository';
import { questionWords } from './question-words';

const flushEveryMs = 5000;
/** So many different questions at most are held between two writings; what comes on top is not counted. */
const mostHeld = 1000;
const keptDays = 90;
const dayMs = 86_400_000;

export interface QuestionCounter {
  asked(q: string, found: boolean): void;
  opened(q: string, position: number): void;
  start(): void;
  /** Writes what is held. */
  stop(): Promise<void>;
}

/**
 * Counts what is searched for, without who. Counts are written every few seconds: a search waits for nothing, and a process
 * that is killed loses those few seconds.
 */
export function countQuestions(deps: { questions: QuestionsRepository; clock: Clock; log: Logger }): QuestionCounter {
  let held = new Map<string, QuestionCount>();
  let forgottenOn = '';
  const add = (q: string, more: Partial<QuestionCount>): void => {
    const words = questionWords(q);
    if (words === null || (!held.has(words) && held.size >= mostHeld)) return;
    const so = held.get(words) ?? { asked: 0, nothing: 0, opened: 0, positionSum: 0 };
    held.set(words, {
      asked: so.asked + (more.asked ?? 0),
      nothing: so.nothing + (more.nothing ?? 0),
      opened: so.opened + (more.opened ?? 0),
      positionSum: so.positionSum + (more.positionSum ?? 0),
    });
  };
  const write = async (): Promise<void> => {
    const today = dayOf(deps.clock.now());
    if (held.size > 0) {
      const counts = held;
      held = new Map();
      await deps.questions.add(today, counts);
    }
    if (forgottenOn === today) return;
    await deps.questions.forgetBefore(dayOf(new Date(deps.clock.now().getTime() - keptDays * dayMs)));
    forgottenOn = today;
  };
  const loop = new Loop('search questions', flushEveryMs, write, deps.log);
  return {
    asked: (q, found) => add(q, { asked: 1, nothing: found ? 0 : 1 }),
    opened: (q, position) => add(q, { opened: 1, positionSum: position }),
    start: () => loop.start(),
    async stop() {
      await loop.stop();
      await write().catch((error: unknown) => deps.log.warn({ err: error }, 'counts of questions are lost'));
    },
  };
}
