/** Of `npm test`: the short form. `npm run test:browser` runs all, by `jest.full.cjs`. */
module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'browser',
  globalSetup: '<rootDir>/install-browser.ts',
  testMatch: ['<rootDir>/**/*.test.ts'],
};
