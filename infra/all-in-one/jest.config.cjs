module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'all-in-one',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
