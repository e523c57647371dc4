import type { Words } from './voice';

/** Exit codes: 1 refused or failed, 2 wrong use, 69 the server does not answer, 78 configuration. @see sysexits.h */
export type ExitCode = 1 | 2 | 69 | 78;

/** A command ends for a reason that its user can act upon. */
export class CommandFailed extends Error {
  constructor(
    readonly words: Words,
    readonly exitCode: ExitCode = 1,
  ) {
    super(words.en);
    this.name = 'CommandFailed';
  }
}
