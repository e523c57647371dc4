import { importKinds, type ImportKind } from '@duijie/contracts';
import { Argument, type Command } from 'commander';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { connect } from '../connection/connect';
import { importFile, lookAtFile } from '../imports/import-file';
import { choiceOf, reportColumns } from '../imports/report-columns';
import { reportImport } from '../imports/report-import';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

/** `duijie import <kind> <file>`: the rows without faults go in; exit code 1 when some were refused. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('导入机构、小区、服务包、需求、在办事项（.jsonl .csv .xlsx）· import rows')
    .addArgument(new Argument('<kind>', '种类 · kind').choices(importKinds))
    .argument('<file>', '文件 · file')
    .option('--source <name>', '来源名：同一来源与编号的行不会重复 · rows of one source are known again by their id')
    .option('--guess', '表头不是模板的写法时，猜每一列是什么 · guess columns by likeness')
    .option('--dry-run', '只检查，不写入 · only try')
    .action(
      async (
        kind: ImportKind,
        path: string,
        options: { source?: string; dryRun?: boolean; guess?: boolean },
        command: Command,
      ) => {
        const voice = voiceOf(command);
        const content = (() => {
          try {
            return readFileSync(path);
          } catch {
            throw new CommandFailed({ zh: `读不了文件 ${path}`, en: `Cannot read ${path}` }, 2);
          }
        })();
        const client = await connect(command, voice.language);
        const file = { name: basename(path), content };
        const look = options.guess ? await lookAtFile(client, kind, file) : null;
        if (look) reportColumns(voice, look);
        const columns = look && look.line > 0 ? { columns: choiceOf(look) } : {};
        const report = await importFile(client, kind, file, { ...options, ...columns }, (view) =>
          voice.progress({
            zh: `${view.rows - view.counts.pending}/${view.rows}`,
            en: `${view.rows - view.counts.pending}/${view.rows}`,
          }),
        );
        voice.settled();
        reportImport(voice, report);
        if (report.refused.length > 0 || report.view.state === 'failed') process.exitCode = 1;
      },
    );
}
