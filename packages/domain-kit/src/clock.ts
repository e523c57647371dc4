/** Where rules read the time; nothing else may. */
export interface Clock {
  /** @returns the present moment, a new object each call */
  now(): Date;
}

/** The clock of this machine. Services use one that follows the database server instead. */
export const systemClock: Clock = Object.freeze({ now: () => new Date() });

/**
 * Makes a clock that always shows the same moment.
 * @param moment an instant, or its ISO 8601 text with offset
 * @returns a frozen clock
 * @throws RangeError when the text is no date
 */
export function fixedClock(moment: Date | string): Clock {
  const ms = millisecondsOf(moment);
  return Object.freeze({ now: () => new Date(ms) });
}

/**
 * A clock that stands still until it is moved, for tests.
 *
 * @example
 * const clock = new ManualClock('2026-12-01T09:00:00+08:00');
 * clock.advance({ hours: 9 });
 */
export class ManualClock implements Clock {
  #ms: number;

  /**
   * @param moment an instant, or its ISO 8601 text with offset
   * @throws RangeError when the text is no date
   */
  constructor(moment: Date | string) {
    this.#ms = millisecondsOf(moment);
  }

  now(): Date {
    return new Date(this.#ms);
  }

  /**
   * Moves the clock on.
   * @param by milliseconds, or an amount by unit; negative turns it back
   */
  advance(
    by:
      | number
      | { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number },
  ): void {
    if (typeof by === 'number') {
      this.#ms += by;
      return;
    }
    const hours = (by.days ?? 0) * 24 + (by.hours ?? 0);
    const seconds = (hours * 60 + (by.minutes ?? 0)) * 60 + (by.seconds ?? 0);
    this.#ms += seconds * 1000;
  }

  /**
   * Puts the clock on a moment.
   * @param moment an instant, or its ISO 8601 text with offset
   * @throws RangeError when the text is no date
   */
  set(moment: Date | string): void {
    this.#ms = millisecondsOf(moment);
  }
}

function millisecondsOf(moment: Date | string): number {
  const ms = new Date(moment).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`not a moment: ${String(moment)}`);
  return ms;
}
