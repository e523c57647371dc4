module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'web',
  testMatch: ['<rootDir>/src/**/*.test.ts'],
};
