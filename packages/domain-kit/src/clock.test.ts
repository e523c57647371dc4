import { fixedClock, ManualClock, systemClock } from './clock';

describe('clocks', () => {
  it('stand still when fixed, whatever happens to a moment handed out', () => {
    const clock = fixedClock('2026-12-01T18:00:00+08:00');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-12-01T10:00:00.000Z');
  });

  it('move only when told', () => {
    const clock = new ManualClock(new Date('2026-12-01T00:00:00Z'));
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(clock.now().toISOString()).toBe('2026-12-02T02:03:04.000Z');
    clock.advance(-4_000);
    expect(clock.now().toISOString()).toBe('2026-12-02T02:03:00.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('refuse a text that is no moment', () => {
    expect(() => fixedClock('tomorrow')).toThrow(RangeError);
    expect(() => new ManualClock('tomorrow')).toThrow(RangeError);
  });

  it('follow the machine', () => {
    const before = Date.now();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
  });
});
