module.exports = {
  ...require('../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'tests',
  testMatch: ['<rootDir>/**/*.test.ts'],
  // A project of its own, which sees to a browser first.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/browser/'],
};
