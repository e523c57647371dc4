/**
 * A set of parts for developers, who run single test files: `up` leaves it running and prints the variables, `down`
 * stops it. Usage: `source <(node infra/local/parts/dev.mjs up)`.
 * @module
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, runMain } from '../fault.mjs';
import { createSay } from '../say.mjs';
import { ensureParts } from './ensure-parts.mjs';
import { partSet } from './part-set.mjs';
import { stopParts } from './stop-parts.mjs';

const root = join(import.meta.dirname, '../../..');
const say = createSay();
const log = (zh, en) => process.stderr.write(`${say(zh, en)}\n`);

await runMain(say, async () => {
  const [command] = process.argv.slice(2);
  if (command === 'up') {
    const { env } = await ensureParts({ root, log, name: 'dev', keep: true });
    for (const [name, value] of Object.entries(env)) process.stdout.write(`export ${name}='${value}'\n`);
    return exitCode.ok;
  }
  if (command === 'down' || command === 'reset') {
    const stopped = await stopParts({ root, name: 'dev', force: true });
    log(`已停止：${stopped.join('、') || '无'}`, `stopped: ${stopped.join(', ') || 'nothing'}`);
    if (command === 'reset') rmSync(partSet(root, 'dev').folder, { recursive: true, force: true });
    return exitCode.ok;
  }
  log('用法：dev.mjs up|down|reset', 'Usage: dev.mjs up|down|reset');
  return exitCode.usage;
});
