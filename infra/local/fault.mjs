/**
 * A failure a person can mend: what happened and the next step, in both languages.
 * @module
 */

/** Exit codes of all commands in this folder. */
export const exitCode = Object.freeze({ ok: 0, failure: 1, usage: 2, configuration: 78 });

/** Thrown when a command cannot go on; anything else that is thrown is a bug. */
export class LocalFault extends Error {
  /**
   * @param {object} what
   * @param {string} what.code stable word for tests and machines, for example `disk-full`
   * @param {[zh: string, en: string]} what.message what happened
   * @param {[zh: string, en: string]} what.next what to do now
   * @param {number} [what.exit] exit code, 1 unless said otherwise
   * @param {string} [what.detail] output of the program that failed, shown as it is
   */
  constructor({ code, message, next, exit = exitCode.failure, detail = '' }) {
    super(message[1]);
    this.name = 'LocalFault';
    this.code = code;
    this.texts = { message, next };
    this.exit = exit;
    this.detail = detail;
  }

  /**
   * @param {(zh: string, en: string) => string} say
   * @returns {string} lines for a terminal, without a newline at the end
   */
  describe(say) {
    const lines = [`✗ ${say(...this.texts.message)}`];
    if (this.detail)
      lines.push(
        ...this.detail
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`),
      );
    lines.push(`  → ${say(...this.texts.next)}`);
    return lines.join('\n');
  }
}

/**
 * Runs a command's main function and turns what it throws into a message and an exit code.
 *
 * @param {(zh: string, en: string) => string} say
 * @param {() => Promise<number>} main resolves with the exit code
 * @returns {Promise<never>}
 */
export async function runMain(say, main) {
  let code;
  try {
    code = await main();
  } catch (error) {
    const fault = error instanceof LocalFault ? error : asFault(error);
    process.stderr.write(`${fault ? fault.describe(say) : `✗ ${error?.stack ?? error}`}\n`);
    code = fault?.exit ?? exitCode.failure;
  }
  process.exit(code);
}

/** @param {any} error @returns {LocalFault | undefined} */
function asFault(error) {
  const { code, path } = error ?? {};
  if (code === 'ENOSPC') {
    return new LocalFault({
      code: 'disk-full',
      message: ['磁盘已满', 'The disk is full'],
      next: ['请腾出至少 1.5 GB 空间后重试', 'Free at least 1.5 GB and run the command again'],
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new LocalFault({
      code: 'not-writable',
      message: [`没有权限访问 ${path ?? ''}`, `No permission for ${path ?? 'a file'}`],
      next: [
        '请用拥有此目录的用户运行，或用 chown 改回目录的所有者',
        'Run as the owner of this folder, or give the folder back with chown',
      ],
    });
  }
  return undefined;
}
