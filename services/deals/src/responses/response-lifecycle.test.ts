import { isInTheRunning, isLive } from './response';
import { responseLifecycle } from './response-lifecycle';

describe('life of a response', () => {
  it('reaches every state', () => {
    expect(responseLifecycle.unreachable).toEqual([]);
  });

  it('ends withdrawn or disqualified; only a fallen winner brings a rejected one back', () => {
    expect(responseLifecycle.ends).toEqual(['withdrawn', 'disqualified']);
    expect(responseLifecycle.allowed('rejected')).toEqual(['reconsider']);
  });

  it('chooses, withdraws or ends only what is in the running, and never a draft', () => {
    for (const state of responseLifecycle.states) {
      const can = responseLifecycle.allowed(state);
      expect(can.includes('award')).toBe(isInTheRunning({ state }));
      expect(can.includes('lapse')).toBe(isInTheRunning({ state }));
      expect(can.includes('withdraw')).toBe(isInTheRunning({ state }) || state === 'draft');
    }
  });

  it('binds its parties until it is over', () => {
    expect(responseLifecycle.states.filter((state) => !isLive({ state }))).toEqual([
      'rejected',
      'withdrawn',
      'disqualified',
    ]);
  });
});
