import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed } from '../terminal/command-failed';
import type { DumpedDatabase } from './dump-databases';

/** `manifest.json` of a backup folder; written last, so that a folder without one is no backup. */
export interface BackupManifest {
  readonly format: 1;
  readonly namespace: string;
  readonly takenAt: string;
  readonly databases: readonly DumpedDatabase[];
  /** Files of the file store that were copied. */
  readonly files: number;
}

export const writeManifest = (folder: string, manifest: BackupManifest): void =>
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

/** @throws CommandFailed when the folder holds no whole backup */
export function readManifest(folder: string): BackupManifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path))
    throw new CommandFailed(
      {
        zh: `${folder} 不是完整的备份（缺少 manifest.json）`,
        en: `${folder} is no whole backup (manifest.json is missing)`,
      },
      2,
    );
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as BackupManifest;
  if (manifest.format !== 1)
    throw new CommandFailed(
      { zh: '备份格式不认识，请用更新的版本恢复', en: 'The format is not known; restore with a newer version' },
      2,
    );
  return manifest;
}
