import { ok, refused, type Result } from './result';

describe('a result', () => {
  it('is either done or refused', () => {
    const results: Result<number, string>[] = [ok(1), refused('no')];
    expect(results).toEqual([
      { ok: true, value: 1 },
      { ok: false, refusal: 'no' },
    ]);
    expect(results.every((result) => Object.isFrozen(result))).toBe(true);
  });
});
