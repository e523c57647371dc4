import { isDay } from '@duijie/domain-kit';
import { type Command } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signInAsAdministrator } from '../connection/sign-in';
import { withParts } from '../connection/local-parts';
import { readDataSet } from '../data-set/data-set';
import { evalParts, evaluateSet, type EvalPart } from '../eval/evaluate-set';
import { withScratchHost } from '../eval/scratch-host';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

/** `duijie eval --data DIR`: the product as it is, judged on a set, in a scratch namespace that vanishes afterwards. */
export function addEval(program: Command): void {
  program
    .command('eval')
    .description('用评判数据检验匹配与搜索 · judge matching and search on a set')
    .requiredOption('--data <dir>', '数据目录 · folder of the set')
    .option('--as-of <day>', '以哪一天为今天 · day taken for today', '2026-12-01')
    .option('--run-dir <dir>', '写出排名 · write the rankings there')
    .option('--only <parts>', `只算其中几项 · only ${evalParts.join(',')}`, evalParts.join(','))
    .action(async (options: { data: string; asOf: string; runDir?: string; only: string }, command: Command) => {
      const voice = voiceOf(command);
      if (!isDay(options.asOf))
        throw new CommandFailed(
          { zh: '--as-of 应为日期，如 2026-12-01', en: '--as-of must be a day such as 2026-12-01' },
          2,
        );
      const parts = new Set(options.only.split(',') as EvalPart[]);
      for (const part of parts)
        if (!evalParts.includes(part))
          throw new CommandFailed({ zh: `--only 没有 ${part}`, en: `--only knows no ${part}` }, 2);
      const set = readDataSet(resolve(options.data));
      const runDir =
        options.runDir === undefined ? mkdtempSync(join(tmpdir(), 'duijie-runs-')) : resolve(options.runDir);
      try {
        const figures = await withParts(voice, (found) =>
          withScratchHost(found, Date.parse(`${options.asOf}T12:00:00+08:00`), async ({ url, stateDir }) =>
            evaluateSet(await signInAsAdministrator(url, stateDir, voice.language), voice, set, parts, runDir),
          ),
        );
        if (voice.json) return voice.line(JSON.stringify(figures));
        for (const [part, values] of Object.entries(figures)) {
          voice.line(part);
          for (const [name, value] of Object.entries(values)) voice.line(`  ${name.padEnd(12)} ${value ?? '–'}`);
        }
      } finally {
        if (options.runDir === undefined) rmSync(runDir, { recursive: true, force: true });
      }
    });
}
