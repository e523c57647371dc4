module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'infra',
  testMatch: ['<rootDir>/**/*.test.ts'],
};
