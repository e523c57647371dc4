module.exports = {
  ...require('../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'tests',
  testMatch: ['<rootDir>/**/*.test.ts'],
};
