const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const inside = (folder) => readdirSync(join(__dirname, folder)).map((name) => join(folder, name));

/** Every workspace describes its own tests; this file only gathers them. */
module.exports = {
  maxWorkers: 2,
  testSequencer: join(__dirname, 'jest.sequencer.cjs'),
  // Against what hangs, not against what is slow: services wait for one another, and on a busy machine for the processor.
  testTimeout: 30_000,
  projects: [...inside('packages'), ...inside('services'), 'infra/all-in-one', 'tests', 'tests/browser']
    .filter((folder) => existsSync(join(__dirname, folder, 'jest.config.cjs')))
    .map((folder) => join(__dirname, folder)),
};
