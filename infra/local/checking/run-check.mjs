/**
 * `npm run check`: what must be true before a change is shared. Every step runs, so one run shows all that is wrong.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { exitCode, runMain } from '../fault.mjs';
import { install, isInstalled } from '../install.mjs';
import { createProgress, duration } from '../progress.mjs';
import { createSay, langOf } from '../say.mjs';

const root = join(import.meta.dirname, '../../..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const shownLines = 60;

/** @param {string[]} argv @returns {Promise<never>} ends the process; 1 when a step failed */
export async function runCheck(argv) {
  const say = createSay({ lang: langOf(argv) });
  return runMain(say, async () => {
    const progress = createProgress();
    if (!isInstalled(root)) await progress.step(say('安装依赖', 'packages'), (detail) => install(root, { detail }));
    const rows = [];
    for (const check of steps()) {
      const began = performance.now();
      let output = '';
      const ok = await progress
        .step(check.name, async () => {
          output = await passing(check);
        })
        .then(() => true)
        .catch((error) => {
          output = error.message;
          process.stdout.write(`${output.split('\n').slice(-shownLines).join('\n')}\n`);
          return false;
        });
      rows.push({ name: check.name, ok, passed: duration(performance.now() - began), last: output.split('\n').at(-1) });
    }
    process.stdout.write(`\n${rows.map((row) => describe(row)).join('\n')}\n`);
    return rows.every(({ ok }) => ok) ? exitCode.ok : exitCode.failure;
  });
}

/**
 * @param {ReturnType<typeof steps>[number]} check
 * @returns {Promise<string>} what the step printed
 * @throws {Error} with the same when it failed
 */
async function passing({ program, args, passed }) {
  const { code, output } = await runCommand(program, args, { cwd: root, env: environment() });
  if (code !== 0 || (passed && !passed(output))) throw new Error(output.trimEnd());
  return output.trimEnd();
}

/** @returns {{ name: string, program: string, args: string[], passed?: (output: string) => boolean }[]} */
function steps() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const turbo = (...args) => ({ program: bin('turbo'), args: [...args, '--no-update-notifier'] });
  return [
    { name: 'format', program: bin('oxfmt'), args: ['--check', '.'] },
    { name: 'lint', program: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
    { name: 'boundaries', ...turbo('boundaries') },
    { name: 'typecheck', ...turbo('run', 'typecheck', '--output-logs=errors-only') },
    ...(scripts.openapi
      ? [{ name: 'openapi', program: 'npm', args: ['run', '--silent', 'openapi', '--', '--check'] }]
      : []),
    { name: 'test', program: process.execPath, args: [join(root, 'infra/local/test.mjs')] },
    { name: 'clean tree', program: 'git', args: ['status', '--porcelain'], passed: (output) => output.trim() === '' },
  ];
}

function environment() {
  return { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' };
}

/** @param {{ name: string, ok: boolean, passed: string, last: string }} row */
function describe({ name, ok, passed, last }) {
  const counts = name === 'test' ? `  ${last}` : '';
  return `${ok ? '✓' : '✗'} ${name.padEnd(26)} ${passed.padStart(12)}${counts}`;
}
