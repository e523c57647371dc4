import { importKinds, type ImportKind } from '@duijie/contracts';
import { Argument, type Command } from 'commander';
import { connect } from '../connection/connect';
import { importsOf, untilEnded } from '../imports/import-file';
import { reportImport } from '../imports/report-import';
import { voiceOf } from './voice-of';

/** `duijie undo <kind> <importId>`: takes back what an import created; what was changed since is kept. */
export function addUndo(program: Command): void {
  program
    .command('undo')
    .description('撤销一次导入 · take an import back')
    .addArgument(new Argument('<kind>', '种类 · kind').choices(importKinds))
    .argument('<importId>', '导入编号 · id of the import')
    .action(async (kind: ImportKind, importId: string, _options: object, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      const { version } = await client.call(importsOf(kind).get, { params: { importId } });
      await client.call(importsOf(kind).undo, { params: { importId }, ifMatch: version });
      const view = await untilEnded(client, kind, importId, () => undefined);
      reportImport(voice, { view, refused: [] });
      if (view.state !== 'undone') process.exitCode = 1;
    });
}
