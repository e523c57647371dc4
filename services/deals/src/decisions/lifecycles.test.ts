import { Conflict } from '@duijie/service-kit';
import { lotStates } from '@duijie/contracts';
import type { Lot } from '../lots/lot';
import { awardLifecycle, nextAwardState } from './award-lifecycle';
import { nextStepOf } from './next-step';
import { nextObjectionState, objectionLifecycle } from './objection-lifecycle';

test('an award ends by being cancelled and in no other way; an objected one does not take effect', () => {
  expect(awardLifecycle.ends).toEqual(['cancelled']);
  expect(awardLifecycle.unreachable).toEqual([]);
  expect(() => nextAwardState('objected', 'takeEffect')).toThrow(Conflict);
  expect(() => nextAwardState('effective', 'object')).toThrow(Conflict);
});

test('a question lapses with the notice, what is formal does not', () => {
  for (const state of ['asked', 'answered'] as const) expect(nextObjectionState(state, 'lapse')).toBe('withdrawn');
  expect(() => nextObjectionState('formal', 'lapse')).toThrow(Conflict);
});

test('an objection is decided only while it is formal, and once', () => {
  expect(objectionLifecycle.ends).toEqual(['upheld', 'dismissed', 'withdrawn']);
  expect(objectionLifecycle.unreachable).toEqual([]);
  for (const state of ['asked', 'answered', 'upheld', 'dismissed', 'withdrawn'] as const)
    for (const step of ['uphold', 'dismiss'] as const) expect(() => nextObjectionState(state, step)).toThrow(Conflict);
});

const now = new Date('2026-12-01T00:00:00Z');
const lot = (facts: object): Lot =>
  ({ mode: 'direct', state: 'open', responsesDueAt: null, responseCount: 0, award: null, ...facts }) as Lot;
const code = (facts: object, asked = false) => nextStepOf(lot(facts), now, asked).code;

test('every state of a lot has a next step in both languages', () => {
  for (const state of lotStates) {
    const step = nextStepOf(lot({ state }), now, false);
    expect(step.zh).not.toBe('');
    expect(step.en).not.toBe('');
  }
});

test('whose turn an open lot is follows from its mode, its term and what has come', () => {
  expect(code({})).toBe('respond');
  expect(code({ responseCount: 1 })).toBe('decide');
  expect(code({}, true)).toBe('confirm');
  expect(code({ mode: 'quotation', responseCount: 5 })).toBe('respond');
  expect(code({ mode: 'quotation', responsesDueAt: now })).toBe('wait_deadline');
  expect(code({ mode: 'emergency' })).toBe('decide');
  expect(code({ state: 'awarded', award: { state: 'objected' } })).toBe('decide_objection');
  expect(code({ state: 'awarded', award: { state: 'effective' } })).toBe('agree');
});
