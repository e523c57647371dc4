/**
 * `npm run doctor`: a line for each thing that could be wrong, and how to mend it.
 * @module
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCode, runMain } from '../fault.mjs';
import { isAlive } from '../process-facts.mjs';
import { readRunFile } from '../run-file.mjs';
import { createSay, langOf } from '../say.mjs';
import { checkMachine } from './machine-checks.mjs';
import { checkApplication, checkParts } from './part-checks.mjs';

const root = join(import.meta.dirname, '../../..');
const signs = { ok: '✓', warning: '!', fault: '✗' };

/** @param {string[]} argv @returns {Promise<never>} ends the process; 1 when something is at fault */
export async function runDoctor(argv) {
  const say = createSay({ lang: langOf(argv) });
  return runMain(say, async () => {
    const { values } = parseArgs({
      args: argv,
      options: { json: { type: 'boolean' }, lang: { type: 'string' } },
      strict: false,
    });
    const { application } = readRunFile(join(root, '.local'));
    const findings = [
      ...(await checkMachine(root, isAlive(application?.process))),
      ...(await checkParts(root)),
      await checkApplication(application),
    ];
    if (values.json) process.stdout.write(`${JSON.stringify(findings.map(asJson), null, 2)}\n`);
    else for (const finding of findings) process.stdout.write(`${asText(finding, say)}\n`);
    return findings.some(({ level }) => level === 'fault') ? exitCode.failure : exitCode.ok;
  });
}

/** @param {import('./finding.mjs').Finding} finding @param {(zh: string, en: string) => string} say */
function asText({ level, what, mend }, say) {
  return `${signs[level]} ${say(...what)}${mend ? `\n  → ${say(...mend)}` : ''}`;
}

/** @param {import('./finding.mjs').Finding} finding */
function asJson({ level, code, what: [zh, en], mend }) {
  return { level, code, zh, en, ...(mend ? { mend: { zh: mend[0], en: mend[1] } } : {}) };
}
