import type { Command } from 'commander';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUpAuditHeads } from '../backup/audit-heads-file';
import { copyFiles } from '../backup/copy-files';
import { writeManifest } from '../backup/backup-manifest';
import { dumpDatabases } from '../backup/dump-databases';
import { withParts } from '../connection/local-parts';
import { namespaceOf, stateDirOf } from '../connection/surroundings';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

/** `duijie backup --to DIR`: databases from one snapshot, then the files; the application may go on meanwhile. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('备份数据库与文件 · back databases and files up')
    .requiredOption('--to <dir>', '空目录 · an empty folder')
    .action(async (options: { to: string }, command: Command) => {
      const voice = voiceOf(command);
      const folder = resolve(options.to);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (readdirSync(folder).length > 0)
        throw new CommandFailed({ zh: `${folder} 不是空目录`, en: `${folder} is not empty` }, 2);
      const namespace = namespaceOf();
      const manifest = await withParts(voice, async (parts) => {
        voice.progress({ zh: '备份数据库…', en: 'Backing databases up…' });
        const takenAt = new Date().toISOString();
        backUpAuditHeads(stateDirOf(), folder);
        const databases = await dumpDatabases(parts.DUIJIE_MYSQL_URL, namespace, folder);
        if (databases.length === 0)
          throw new CommandFailed({
            zh: `没有名为 ${namespace}_* 的数据库`,
            en: `There are no databases ${namespace}_*`,
          });
        voice.progress({ zh: '复制文件…', en: 'Copying files…' });
        const files = await copyFiles(join(stateDirOf(), 'files'), join(folder, 'files'));
        return { format: 1, namespace, takenAt, databases, files } as const;
      });
      writeManifest(folder, manifest);
      voice.settled();
      const rows = manifest.databases.reduce((sum, d) => sum + Object.values(d.tables).reduce((a, b) => a + b, 0), 0);
      if (voice.json)
        voice.line(JSON.stringify({ folder, databases: manifest.databases.length, rows, files: manifest.files }));
      else
        voice.line(
          voice.text({
            zh: `已备份 ${manifest.databases.length} 个数据库、${rows} 行、${manifest.files} 个文件到 ${folder}`,
            en: `Backed up ${manifest.databases.length} databases, ${rows} rows and ${manifest.files} files to ${folder}`,
          }),
        );
    });
}
