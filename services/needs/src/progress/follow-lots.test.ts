import { lotStates, type LotState } from '@duijie/contracts';
import fc from 'fast-check';
import { blankNeed } from '../blank-need';
import { publicPartOf } from '../public-part';
import type { Need } from '../need';
import { followLots } from './follow-lots';
import type { LotProgress } from './lot-progress';
import { stateFromLots } from './state-from-lots';

const lotIds = ['a', 'b', 'c'];
const needWith = (facts: Partial<Need>): Need => ({
  ...blankNeed('n', { id: 'o', name: '社区' }, new Date(0), false),
  state: 'responding',
  publishedAt: new Date(1),
  publishedVersion: 2,
  lots: [{ id: 'a', title: '一', components: [] }],
  ...facts,
});
const told = (lotId: string, state: LotState, facts: Partial<LotProgress> = {}): LotProgress => ({
  lotId,
  needId: 'n',
  sequence: 1,
  needVersion: 2,
  state,
  attempt: 1,
  responsesDueAt: null,
  responseCount: 0,
  award: null,
  agreementId: null,
  because: null,
  takenUpBy: null,
  ...facts,
});
const three = lotIds.map((id) => ({ id, title: id, components: [] }));

/** What deals does with a lot; where the need is published again, lots that ended begin anew. */
const moves: Readonly<Record<LotState, readonly LotState[]>> = {
  upcoming: ['open'],
  open: ['deciding', 'failed'],
  deciding: ['awarded', 'failed'],
  awarded: ['deciding', 'in_delivery'],
  in_delivery: ['completed', 'given_back'],
  completed: [],
  failed: [],
  given_back: [],
  closed: [],
};

test('the least advanced lot that goes on decides; where none does, what was given back, completed or failed, in this order', () => {
  const of = (...states: LotState[]) =>
    stateFromLots(
      lotIds.slice(0, states.length),
      states.map((state, at) => ({ lotId: lotIds[at] ?? '', state, needVersion: 2 })),
      2,
    );
  expect(of('deciding')).toBe('deciding');
  expect(of('deciding', 'open')).toBe('responding');
  expect(of('awarded', 'in_delivery', 'failed')).toBe('awarded');
  expect(of('in_delivery', 'completed')).toBe('in_delivery');
  expect(of('completed', 'failed')).toBe('completed');
  expect(of('completed', 'given_back')).toBe('returned');
  expect(of('in_delivery', 'given_back')).toBe('in_delivery');
  expect(of('failed', 'failed', 'closed')).toBe('failed');
  expect(of('closed')).toBeNull();
  expect(stateFromLots(['a', 'b'], [{ lotId: 'a', state: 'awarded', needVersion: 2 }], 2)).toBe('responding');
});

test('what ended before the last publication says nothing of the need that was published again', () => {
  for (const state of ['failed', 'given_back', 'closed'] as const)
    expect(stateFromLots(['a'], [{ lotId: 'a', state, needVersion: 2 }], 6)).toBe('responding');
  expect(stateFromLots(['a'], [{ lotId: 'a', state: 'completed', needVersion: 2 }], 6)).toBe('completed');
});

test('however the lots of a need go, and whatever events are lost between, the need stands where they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ lot: fc.nat(2), choice: fc.nat(5), heard: fc.boolean() }), { maxLength: 60 }),
      (history) => {
        const lots = new Map(lotIds.map((id) => [id, told(id, 'open')]));
        let need = needWith({ lots: three });
        for (const { lot, choice, heard } of history) {
          const id = lotIds[lot] ?? '';
          const before = lots.get(id) ?? told(id, 'open');
          const next = moves[before.state];
          const state = next[choice % Math.max(1, next.length)];
          if (state) lots.set(id, { ...before, state });
          if (!heard) continue;
          const followed = followLots(need, [...lots.values()]);
          const wanted = stateFromLots(lotIds, [...lots.values()], need.publishedVersion ?? 0);
          const states = followed ? [need.state, ...followed.steps.map(({ to }) => to)] : [need.state];
          expect(followed?.steps.map(({ from }) => from) ?? []).toEqual(states.slice(0, -1));
          need = followed?.need ?? need;
          expect(need.state).toBe(states.at(-1));
          expect(need.state).toBe(wanted);
          // Told twice it changes nothing.
          expect(followLots(need, [...lots.values()])).toBeNull();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a need that ended here follows only an award that stood before', () => {
  for (const state of ['withdrawn', 'returned', 'duplicate_of', 'referred_to'] as const) {
    const ended = needWith({ state, withdrawnBecause: '不做了', returnedBecause: '再改改' });
    for (const lot of lotStates)
      expect([lot, followLots(ended, [told('a', lot)])?.need.state ?? null]).toEqual([
        lot,
        lot === 'awarded' || lot === 'in_delivery' ? lot : null,
      ]);
    expect(followLots(ended, [told('a', 'awarded')])).toMatchObject({
      need: { withdrawnBecause: null, returnedBecause: null },
      steps: [{ action: 'need.award-stood', from: state, to: 'awarded' }],
    });
  }
  for (const state of ['draft', 'submitted', 'completed'] as const)
    expect(followLots(needWith({ state }), [told('a', 'awarded')])).toBeNull();
});

test('a terminated agreement gives the need back with the reason, and it is no longer dated', () => {
  const because = { zh: '承接方退出', en: 'The provider left' };
  const followed = followLots(needWith({ state: 'in_delivery', responsesDueAt: new Date(5), screening: 'after' }), [
    told('a', 'given_back', { because }),
  ]);
  expect(followed).toMatchObject({
    need: { state: 'returned', returnedBecause: '承接方退出', responsesDueAt: null, screening: null },
    steps: [{ action: 'need.given-back', from: 'in_delivery', to: 'returned', reason: '承接方退出' }],
  });
});

test('a change that went to screening when responses were over is dropped: the need is decided as it was public', () => {
  const shown = needWith({ title: '公开的', screening: 'after' });
  const waiting = { ...shown, state: 'submitted', title: '没人看过的', screening: 'first' } as const;
  const changed: Need = { ...waiting, lastPublic: publicPartOf(shown) };
  for (const state of ['deciding', 'awarded', 'in_delivery', 'completed'] as const)
    expect(followLots(changed, [told('a', state)])).toMatchObject({
      need: { state, title: '公开的', screening: 'after' },
    });
  expect(followLots(changed, [told('a', 'deciding')])?.steps).toMatchObject([
    { action: 'need.deciding', from: 'submitted', reason: expect.stringContaining('按原公开内容') },
  ]);
  for (const state of ['upcoming', 'open', 'failed', 'given_back', 'closed'] as const)
    expect([state, followLots(changed, [told('a', state)])]).toEqual([state, null]);
  // Never public, or of the days before what was public was kept: nothing that nobody has looked at comes out.
  expect(followLots(waiting, [told('a', 'deciding')])).toBeNull();
});
