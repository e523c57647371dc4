import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const wanted = ['chromium', 'fonts-noto-cjk', 'fontconfig'];
const install = ['install', '-y', '--no-install-recommends', ...wanted];
const command = `apt-get update && apt-get ${install.join(' ')}`;

/** @returns full path of the first program of these names on the PATH */
function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
const browserOnPath = (): string | undefined => onPath('chromium', 'chromium-browser', 'google-chrome-stable');
const chineseFonts = (): Promise<boolean> =>
  run('fc-list', [':lang=zh', 'family']).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );

/** Why tests with a browser cannot run here, and the command that mends it. */
class NoBrowser extends Error {
  constructor(what: string) {
    super(`${what}. As root / 请以 root 执行：\n  ${command}`);
    this.name = 'NoBrowser';
  }
}

/**
 * Where a browser or Chinese fonts are missing and apt may be used (as root), installs Debian's; else changes nothing.
 * One process at a time: tests call it from a global set-up.
 */
export async function installBrowser(): Promise<void> {
  if (browserOnPath() && (await chineseFonts())) return;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  process.stderr.write(`browser tests: ${command}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const options = ['-q', '-o', 'Acquire::Retries=2', '-o', 'DPkg::Lock::Timeout=120'];
  const output = { env, maxBuffer: 64 * 1024 * 1024 };
  // Lists that are out of date in part may do; whether the programs came is seen when a browser is started.
  await run('apt-get', [...options, 'update'], output).catch(() => undefined);
  await run('apt-get', [...options, ...install], output).catch((fault: unknown) =>
    process.stderr.write(`${String((fault as { readonly stderr?: string }).stderr ?? fault)}\n`),
  );
}

/**
 * Starts the browser of this machine, which finds no address but this machine's.
 * @throws {NoBrowser} with the command to run, where browser or Chinese fonts are missing
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserOnPath();
  if (executablePath === undefined) throw new NoBrowser('No Chromium on the PATH / 找不到 Chromium');
  if (!(await chineseFonts())) throw new NoBrowser('No Chinese fonts / 没有中文字体');
  return chromium.launch({ executablePath, args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
}
