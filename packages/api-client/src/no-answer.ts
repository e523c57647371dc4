/**
 * No answer came: the address does not answer, the connection broke, or the time ran out. What was asked may or may
 * not have been done. `cause` is what fetch said.
 */
export class NoAnswer extends Error {
  constructor(
    readonly method: string,
    readonly url: string,
    cause: unknown,
  ) {
    super(`${method} ${url}: no answer`, { cause });
    this.name = 'NoAnswer';
  }
}
