#!/usr/bin/env node
/**
 * `npm run bench -- NAME …`: runs one bench of this folder, with the rest of the line as its own. Without a name it lists them.
 * @module
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const fileOf = (name) => join(import.meta.dirname, name, `${name}.mjs`);
const names = readdirSync(import.meta.dirname).filter((name) => existsSync(fileOf(name)));
const [name, ...rest] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  process.argv = [process.argv[0], fileOf(name), ...rest];
  await import(pathToFileURL(fileOf(name)).href);
} else {
  process.stderr.write(`usage: npm run bench -- ${names.join(' | ')} …\n`);
  process.exitCode = 2;
}
