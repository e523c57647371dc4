/** Something that was done: the good half of a {@link Result}. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** Something that a rule does not allow, and why: the other half of a {@link Result}. */
export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

/** Why something is refused: a code for programs and two sentences for people. */
export interface Refusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * An expected business outcome as a value: callers must look at `ok` before they reach the value.
 * Bugs and outages are thrown instead.
 *
 * @example
 * const amount = parseYuan('1.2万');
 * if (amount.ok) save(amount.value);
 * else show(amount.refusal.zh);
 */
export type Result<T, R = Refusal> = Ok<T> | Refused<R>;

/**
 * Wraps a value as done.
 * @param value what came out
 * @returns a frozen {@link Ok}
 */
export function ok<T>(value: T): Ok<T> {
  return Object.freeze({ ok: true, value });
}

/**
 * Wraps a reason as refused.
 * @param refusal why
 * @returns a frozen {@link Refused}
 */
export function refused<R>(refusal: R): Refused<R> {
  return Object.freeze({ ok: false, refusal });
}
