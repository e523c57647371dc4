module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'testkit',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
