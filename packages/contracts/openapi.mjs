/**
 * `npm run openapi` writes docs/openapi/duijie.json from the contracts; with `--check` it only says whether the file
 * is what the contracts give, and exits 1 when it is not.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');
const target = join(root, 'docs/openapi/duijie.json');
const shown = 'docs/openapi/duijie.json';

execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(here, 'tsconfig.build.json')], { stdio: 'inherit' });
const { openApiDocument } = createRequire(import.meta.url)('./dist/openapi.js');
const document = openApiDocument();
const text = `${JSON.stringify(document, null, 2)}\n`;
const before = read();

if (process.argv.includes('--check')) {
  if (before === text) process.exit(0);
  process.stderr.write(
    `${shown} is not what the contracts give: run npm run openapi\n${firstDifference(before, text)}`,
  );
  process.exit(1);
}
mkdirSync(dirname(target), { recursive: true });
if (before !== text) writeFileSync(target, text);
const operations = Object.values(document.paths).flatMap((item) => Object.keys(item)).length;
process.stdout.write(`${shown}: ${operations} operations, ${before === text ? 'unchanged' : 'written'}\n`);

function read() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}

function firstDifference(was, is) {
  const [old, now] = [was.split('\n'), is.split('\n')];
  const at = now.findIndex((line, i) => line !== old[i]);
  return `line ${at + 1}\n- ${old[at] ?? '(end)'}\n+ ${now[at] ?? '(end)'}\n`;
}
