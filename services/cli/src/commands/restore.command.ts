import type { Command } from 'commander';
import { join, resolve } from 'node:path';
import { readManifest } from '../backup/backup-manifest';
import { restoreAuditHeads } from '../backup/audit-heads-file';
import { copyFiles } from '../backup/copy-files';
import { forgetDerived } from '../backup/forget-derived';
import { loadDatabases } from '../backup/load-databases';
import { withParts } from '../connection/local-parts';
import { isServing, stateDirOf, urlOf } from '../connection/surroundings';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

/** `duijie restore --from DIR --yes`: replaces everything by a backup; the application must be stopped. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('从备份恢复（先停止应用）· restore a backup (stop the application first)')
    .requiredOption('--from <dir>', '备份目录 · folder of the backup')
    .option('--yes', '确认覆盖现有数据 · confirm that present data is replaced')
    .action(async (options: { from: string; yes?: boolean }, command: Command) => {
      const voice = voiceOf(command);
      const folder = resolve(options.from);
      const manifest = readManifest(folder);
      if (!options.yes)
        throw new CommandFailed(
          {
            zh: `将用 ${manifest.takenAt} 的备份覆盖现有数据；确认请加 --yes`,
            en: `Present data will be replaced by the backup of ${manifest.takenAt}; add --yes to confirm`,
          },
          2,
        );
      if (await isServing(urlOf(command)))
        throw new CommandFailed({
          zh: '应用正在运行，请先停止再恢复',
          en: 'The application is running; stop it first',
        });
      const rows = await withParts(voice, async (parts) => {
        voice.progress({ zh: '恢复数据库…', en: 'Restoring databases…' });
        const loaded = await loadDatabases(parts.DUIJIE_MYSQL_URL, folder, manifest.databases);
        await copyFiles(join(folder, 'files'), join(stateDirOf(), 'files'));
        restoreAuditHeads(stateDirOf(), folder, new Date());
        await forgetDerived(parts, manifest.namespace);
        return loaded;
      });
      voice.settled();
      if (voice.json)
        voice.line(
          JSON.stringify({
            takenAt: manifest.takenAt,
            databases: manifest.databases.length,
            rows,
            files: manifest.files,
          }),
        );
      else
        voice.line(
          voice.text({
            zh: `已恢复 ${manifest.databases.length} 个数据库、${rows} 行、${manifest.files} 个文件；启动后检索与匹配会自动补齐`,
            en: `Restored ${manifest.databases.length} databases, ${rows} rows, ${manifest.files} files; search and matches catch up after the start`,
          }),
        );
    });
}
