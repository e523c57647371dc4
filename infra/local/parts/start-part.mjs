/**
 * Starts one part, after clearing away what a killed process left of it.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalFault } from '../fault.mjs';
import { freePort } from '../ports.mjs';
import { processesIn } from '../process-facts.mjs';
import { logTail, startDaemon, stopProcess, waitForAnswer } from './daemon.mjs';
import { foldersOf } from './part-set.mjs';

/** A free port may be taken by somebody else between asking and using it. */
const attempts = 3;

/**
 * @param {import('./part.mjs').Part} part
 * @param {import('./part-set.mjs').PartSet} set
 * @param {import('../run-file.mjs').RunFile} run
 * @param {(zh: string, en: string) => void} log
 * @param {import('../run-file.mjs').PartRecord} [again] a part that died: its users know its port and password
 * @returns {Promise<import('../run-file.mjs').PartRecord>} answers already
 */
export async function startPart(part, set, run, log, again) {
  const folders = foldersOf(set, part.name);
  await clearAway(run.parts[part.name], folders.data);
  const found = part.find() ?? (await part.fetch({ packages: folders.packages, log }));
  for (const folder of [folders.state, folders.logs, folders.templates]) mkdirSync(folder, { recursive: true });
  await part.prepare(found, folders);
  log(`启动 ${part.title}`, `starting ${part.title}`);
  const logFile = join(folders.logs, `${part.name}.log`);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = again?.port ?? (await freePort());
    const secret = again?.secret ?? randomBytes(24).toString('base64url');
    const how = part.command(found, { ...folders, port, testing: set.testing, secret });
    if (how.pidFile) rmSync(how.pidFile, { force: true });
    const daemon = startDaemon({ program: found.program, args: how.args, logFile, cwd: how.cwd, env: how.env });
    const where = { url: how.url, key: how.key };
    const answer = await waitForAnswer(() => part.ask(where), { ended: daemon.ended, timeoutMs: how.startupMs });
    if (answer) {
      const { version } = answer;
      return {
        source: found.source,
        program: found.program,
        ...where,
        secret,
        version,
        port,
        process: daemon.process,
        pidFile: how.pidFile,
      };
    }
    await stopProcess(daemon.process, { pidFile: how.pidFile });
  }
  throw new LocalFault({
    code: 'part-failed',
    message: [`${part.title} 启动失败`, `${part.title} did not start`],
    next: [
      `日志：${logFile}；npm run doctor 可查原因，npm start -- --reset 可重新开始（清除演示数据）`,
      `Log: ${logFile}; npm run doctor looks for the cause, npm start -- --reset begins anew (removes the demo data)`,
    ],
    detail: logTail(logFile),
  });
}

/** @param {import('../run-file.mjs').PartRecord | undefined} record @param {string} data */
async function clearAway(record, data) {
  await stopProcess(record?.process, { pidFile: record?.pidFile });
  for (const left of processesIn(data)) await stopProcess(left);
}
