import { execFile } from 'node:child_process';
import { root } from './repository';

/** What a script printed and how it ended. */
export interface ModuleRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script in a Node.js process of its own: the commands of infra/local are plain modules without a build, which
 * jest cannot load.
 *
 * @param source an ES module; `infra/…` paths are imported from the top folder
 * @param env added to the environment
 */
export const runModule = (source: string, env: Readonly<Record<string, string>> = {}): Promise<ModuleRun> =>
  runNode(['--input-type=module', '--eval', source.replaceAll("from 'infra/", `from '${root}/infra/`)], env);

/**
 * @param args of node
 * @param env added to the environment
 */
export const runNode = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ModuleRun> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
    });
  });
