// A host in a process of its own, to be killed. Started with --conditions=@duijie/source; prints its port.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const [, options] = Object.values(require('../../jest.base.cjs').transform)[0];

require.extensions['.ts'] = (module, filename) =>
  module._compile(
    transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, sourceMaps: 'inline' }).code,
    filename,
  );
const { startHost } = require('@duijie/service-kit');
const { signboards } = require('./signboards.module.ts');

startHost([signboards(true).module], process.env).then(
  (host) => process.stdout.write(`${host.port}\n`),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
