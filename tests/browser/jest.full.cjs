// Workers inherit it: both widths.
process.env.DUIJIE_LONG = '1';

/** Of `npm run test:browser`: the short form and every journey. */
module.exports = {
  ...require('./jest.config.cjs'),
  maxWorkers: 2,
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.journey.ts'],
};
