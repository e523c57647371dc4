import { NoAnswer, ProblemError } from '@duijie/api-client';
import type { ServiceName } from '@duijie/contracts';
import type { Death, MortalSystem } from './deaths';
import type { Step } from './mortal-journey';

/** What a call came to: `done`, or the status and code of its refusal. A dead service is told by the gateway. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return `${error.status} ${error.code}`;
    if (error instanceof NoAnswer) return 'no answer';
    throw error;
  }
}
const noAnswer = '503 unavailable';

export interface Dying {
  readonly mortal: MortalSystem;
  readonly service: ServiceName;
  readonly step: Step;
  /** Of subscribers that take what the step tells; they may come later. */
  readonly takers: readonly Death[];
  /** What stands in the service's database about the step. */
  readonly traces: () => Promise<unknown>;
  /** What stands there when it was done once. */
  readonly whenDone: () => Promise<unknown>;
  /** Lets the time come of a step that is due. */
  readonly comeTo: (atMs: number) => Promise<void>;
}

/**
 * Does a step whose service dies before its COMMIT, started again dies after it, and started again dies when its relay has
 * filled one queue; those who take its events die, too. People repeat the same call until it is answered, and whoever
 * died is started again; no other hand is moved. Before COMMIT nothing must be there, after it everything, once.
 */
export async function throughDeaths(dying: Dying): Promise<void> {
  const { mortal, service, step, takers, traces, whenDone } = dying;
  const { arm, system } = mortal;
  const before = await traces();
  const uncommitted = arm({ service, at: 'before commit', marks: step.transaction });
  const { by } = step;
  const reviveTo = async (end: Promise<void>): Promise<void> => {
    // It may die before it is ready.
    await Promise.all([system.revive(service).catch(() => undefined), end]);
  };

  if (by.kind === 'due') await dying.comeTo(by.atMs);
  else expect(await outcomeOf(by.call())).toBe(noAnswer);
  await uncommitted.died();
  expect(await traces()).toEqual(before);

  const unanswered = arm({ service, at: 'after commit', marks: step.transaction });
  if (by.kind === 'due') await reviveTo(unanswered.died());
  else {
    await system.revive(service);
    expect(await outcomeOf(by.call())).toBe(noAnswer);
    await unanswered.died();
  }
  const done = await traces();
  expect(done).not.toEqual(before);
  // What is due, the twin does beside it.
  if (by.kind !== 'due') expect(done).toEqual(await whenDone());

  for (const death of takers) mortal.armRevived(death);
  const enqueued = arm({ service, at: 'after enqueue', marks: step.event });
  await reviveTo(enqueued.died());
  await system.revive(service);
  if (by.kind === 'create') expect((await by.call()).replayed).toBe(true);
  if (by.kind === 'change') expect(await outcomeOf(by.call())).toBe('412 precondition-failed');
  expect(await traces()).toEqual(done);
  expect(done).toEqual(await whenDone());
}
