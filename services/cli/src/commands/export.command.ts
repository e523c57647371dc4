import { listNeeds, listOrganisations, listPackages } from '@duijie/contracts';
import { stringify } from 'csv-stringify/sync';
import { Argument, type Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { connect } from '../connection/connect';
import { cellsOf } from '../export/cells-of';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

const lists = { organisations: listOrganisations, packages: listPackages, needs: listNeeds } as const;
type Kind = keyof typeof lists;

/** `duijie export <kind> --to FILE`: all that the caller may list, as .jsonl, .csv (with BOM for Excel) or .xlsx. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('导出机构、服务包、需求（.jsonl .csv .xlsx）· export lists')
    .addArgument(new Argument('<kind>', '种类 · kind').choices(Object.keys(lists)))
    .requiredOption('--to <file>', '文件 · file')
    .action(async (kind: Kind, options: { to: string }, command: Command) => {
      const voice = voiceOf(command);
      const type = extname(options.to).toLowerCase();
      if (!['.jsonl', '.csv', '.xlsx'].includes(type))
        throw new CommandFailed(
          { zh: '文件应为 .jsonl、.csv 或 .xlsx', en: 'The file must be .jsonl, .csv or .xlsx' },
          2,
        );
      const client = await connect(command, voice.language);
      const items: Readonly<Record<string, unknown>>[] = [];
      for await (const item of client.pages(lists[kind], { query: { limit: 100 } })) items.push(item);
      if (type === '.jsonl') writeFileSync(options.to, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
      else {
        const { headings, rows } = cellsOf(items);
        if (type === '.csv')
          writeFileSync(options.to, `\ufeff${stringify([headings, ...rows], { escape_formulas: true })}`);
        else
          await writeExcelFile(
            [headings, ...rows].map((row) => row.map((value) => ({ type: String, value: String(value) }))),
          ).toFile(options.to);
      }
      if (voice.json) voice.line(JSON.stringify({ kind, rows: items.length, file: options.to }));
      else
        voice.line(
          voice.text({
            zh: `已导出 ${items.length} 行到 ${options.to}`,
            en: `${items.length} rows exported to ${options.to}`,
          }),
        );
    });
}
