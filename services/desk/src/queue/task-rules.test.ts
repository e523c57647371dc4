import { Conflict } from '@duijie/service-kit';
import { dueAfterCall, requireFinishable, requireFree, type Worker } from './task-rules';
import type { DeskTaskEntity } from './persistence/task.entity';

const now = new Date('2026-12-01T02:00:00.000Z');
const terms = { answerDays: 3, callAgainDays: 1 };
const worker: Worker = { personId: 'p', name: '王', organisationId: 'a', administrator: false, persons: ['p', 'away'] };
const task = (held: string | null, kind = 'introduce'): DeskTaskEntity =>
  ({ kind, brokerPersonId: held, brokerName: '李', brokerOrganisationId: 'a' }) as DeskTaskEntity;
const refused = expect.objectContaining({ reason: 'task.not-yours' }) as Error;

describe('dueAfterCall', () => {
  it.each([
    ['reached', '2026-12-04T02:00:00.000Z'],
    ['interested', '2026-12-04T02:00:00.000Z'],
    ['no_answer', '2026-12-02T02:00:00.000Z'],
    ['wrong_number', '2026-12-01T02:00:00.000Z'],
    ['call_back', '2026-12-01T08:00:00.000Z'],
  ] as const)('after %s it comes back at %s', (result, due) => {
    const asked = new Date('2026-12-01T08:00:00.000Z');
    expect(dueAfterCall(result, now, terms, asked).toISOString()).toBe(due);
  });
});

describe('who may act on a task', () => {
  it('is whoever has it, whoever takes that place, and anybody while it is nobody’s', () => {
    for (const held of [null, 'p', 'away']) expect(() => requireFree(task(held), worker)).not.toThrow();
    expect(() => requireFree(task('other'), worker)).toThrow(refused);
  });

  it('is an administrator of the holder’s association only where that is said', () => {
    const head = { ...worker, administrator: true };
    expect(() => requireFree(task('other'), head, true)).not.toThrow();
    expect(() => requireFree(task('other'), head)).toThrow(refused);
    expect(() => requireFree(task('other'), { ...head, organisationId: 'b' }, true)).toThrow(refused);
  });

  it('does not end by hand what waits for a decision', () => {
    expect(() => requireFinishable(task(null, 'flag'))).toThrow(
      expect.objectContaining({ reason: 'task.reason-stands' }),
    );
    expect(() => requireFinishable(task(null, 'no_supply'))).not.toThrow();
    const question = (occasion: string) => ({ ...task(null, 'objection'), occasion });
    expect(() => requireFinishable(question('asked'))).toThrow(Conflict);
    expect(() => requireFinishable(question('passed'))).not.toThrow();
  });
});
