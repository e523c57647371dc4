/**
 * `node tests/looks/run.cjs screenshots|check|speed [options]`: runs a command of this folder, which is TypeScript.
 * @module
 */
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const commands = ['screenshots', 'check', 'speed'];
const [command, ...options] = process.argv.slice(2);
if (!commands.includes(command)) {
  process.stderr.write(`node tests/looks/run.cjs ${commands.join('|')}\n`);
  process.exit(2);
}
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
require(join(__dirname, `${command}.ts`))
  .main(options)
  .then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error?.stack ?? error}\n`);
      process.exit(1);
    },
  );
