import { NoAnswer, ProblemError } from '@duijie/api-client';
import { CommanderError } from 'commander';
import { createProgram } from './program';
import { CommandFailed } from './terminal/command-failed';
import { createVoice } from './terminal/voice';

/** Exit codes: 0 done, 1 refused or failed, 2 wrong use, 69 no answer, 78 configuration. */
async function main(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { lang } = program.opts<{ lang?: string }>();
    const voice = createVoice({ lang });
    if (error instanceof CommandFailed) {
      voice.fault(error.words);
      return error.exitCode;
    }
    if (error instanceof ProblemError) {
      const { title, detail, errors = [], requestId } = error.problem;
      const lines = [
        [title, detail].filter(Boolean).join(': '),
        ...errors.map((e) => `  ${e.pointer} ${e.detail}`),
        `  (${requestId})`,
      ].join('\n');
      voice.fault({ zh: lines, en: lines });
      return 1;
    }
    if (error instanceof NoAnswer) {
      voice.fault({ zh: `没有应答：${error.message}`, en: `No answer: ${error.message}` });
      return 69;
    }
    throw error;
  }
}

main(process.argv).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
