import type { Command } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root';

/** Folder in which the application keeps its state. */
export const stateDirOf = (): string => process.env['DUIJIE_STATE_DIR'] || join(repositoryRoot, '.local/state');

/** Prefix of databases, keys and indexes. */
export const namespaceOf = (): string => process.env['DUIJIE_NAMESPACE'] || 'duijie';

function runningUrl(): string | undefined {
  const path = join(repositoryRoot, '.local/run.json');
  if (!existsSync(path)) return undefined;
  const { application } = JSON.parse(readFileSync(path, 'utf8')) as { application?: { port: number } };
  return application ? `http://127.0.0.1:${application.port}` : undefined;
}

/** Where the product answers: `--url`, DUIJIE_URL, what `npm start` wrote down, else port 4180 here. */
export const urlOf = (command: Command): string =>
  (
    command.optsWithGlobals<{ url?: string }>().url ??
    (process.env['DUIJIE_URL'] || runningUrl() || 'http://127.0.0.1:4180')
  ).replace(/\/$/, '');

/** Whether something answers there. */
export const isServing = (url: string): Promise<boolean> =>
  fetch(`${url}/livez`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );
