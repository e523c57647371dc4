import type { ProblemCode } from '@duijie/contracts';

/** Words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
/** One fault of the input. @property pointer RFC 6901 into the body, or `?name` for a query value */
export interface Fault {
  readonly pointer: string;
  readonly detail: Words | string;
}
/** A fault in both languages. @param pointer RFC 6901 into the body, or `?name` for a query value */
export const faultAt = (pointer: string, zh: string, en: string): Fault & { readonly detail: Words } => ({
  pointer,
  detail: { zh, en },
});

interface RefusalOptions {
  /** Machine-readable, e.g. `need.not-draft`. */
  readonly reason?: string;
  readonly detail?: Words;
  readonly faults?: readonly Fault[];
  readonly retryAfterSeconds?: number;
}

/** A request that is understood and refused. Anything else that is thrown is a bug or an outage. */
export class Refusal extends Error {
  readonly reason: string | undefined;
  readonly detail: Words | undefined;
  readonly faults: readonly Fault[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    readonly code: ProblemCode,
    options: RefusalOptions = {},
  ) {
    super(options.detail?.en ?? options.reason ?? code);
    this.name = new.target.name;
    this.reason = options.reason;
    this.detail = options.detail;
    this.faults = options.faults;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The content breaks a rule; `faults` point to the fields. */
export class ValidationFailed extends Refusal {
  constructor(faults: readonly Fault[], options: Omit<RefusalOptions, 'faults'> = {}) {
    super('invalid', { ...options, faults });
  }
}
export class NotAuthenticated extends Refusal {
  constructor(options: RefusalOptions = {}) {
    super('not-authenticated', options);
  }
}
/** The caller may see the object but not do this. */
export class NotAllowed extends Refusal {
  constructor(options: RefusalOptions = {}) {
    super('not-allowed', options);
  }
}
/** It does not exist, or the caller may not know that it does. */
export class NotFound extends Refusal {
  constructor(what: Words = { zh: '没有这个对象，或您看不到它', en: 'It does not exist or is not visible to you' }) {
    super('not-found', { detail: what });
  }
}
/** Not possible in the present state. */
export class Conflict extends Refusal {
  constructor(reason: string, detail: Words) {
    super('conflict', { reason, detail });
  }
}
/** If-Match names another version than the present one. */
export class PreconditionFailed extends Refusal {
  constructor(readonly currentVersion: number) {
    super('precondition-failed', {
      detail: {
        zh: `当前版本为 ${currentVersion}，请刷新后再改`,
        en: `The current version is ${currentVersion}; load it and try again`,
      },
    });
  }
}
export class RateLimited extends Refusal {
  constructor(retryAfterSeconds: number, detail?: Words) {
    super('rate-limited', { retryAfterSeconds, ...(detail ? { detail } : {}) });
  }
}
/** A part that is needed does not answer. */
export class Unavailable extends Refusal {
  constructor(detail: Words, retryAfterSeconds = 5) {
    super('unavailable', { detail, retryAfterSeconds });
  }
}
