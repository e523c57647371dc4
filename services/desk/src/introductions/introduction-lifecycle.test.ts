import { introductionLifecycle, nextIntroductionState, requireIntroduced } from './introduction-lifecycle';

describe('the life of an introduction', () => {
  it('reaches every state and ends withdrawn', () => {
    expect(introductionLifecycle.unreachable).toEqual([]);
    expect(introductionLifecycle.ends).toEqual(['withdrawn']);
  });

  it('refuses an answer to what is only shortlisted, with the state as reason', () => {
    expect(() => nextIntroductionState('shortlisted', 'accept')).toThrow(
      expect.objectContaining({ code: 'conflict', reason: 'introduction.shortlisted' }),
    );
    expect(nextIntroductionState('declined', 'accept')).toBe('interested');
  });

  it.each(['shortlisted', 'declined', 'withdrawn'] as const)('is closed to meetings and contacts while %s', (state) => {
    expect(() => requireIntroduced(state)).toThrow(expect.objectContaining({ reason: 'introduction.not-open' }));
  });
});
