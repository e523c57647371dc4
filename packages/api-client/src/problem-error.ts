import type { Problem, ProblemCode } from '@duijie/contracts';

/**
 * The service refused, or it failed: an answer of 400 or more.
 * @property problem what it said, typed by RFC 9457; made up from the status where a proxy answered without one
 * @property retryAfterSeconds when it is worth another try, from Retry-After
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly reason: string | undefined;
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null = null,
  ) {
    const faults = problem.errors?.map((e) => `${e.pointer}: ${e.detail}`).join('; ');
    super([problem.title, problem.detail, faults].filter((part) => part !== undefined && part !== '').join(' – '));
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.reason = problem.reason;
  }
}
