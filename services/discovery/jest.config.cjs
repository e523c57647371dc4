module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'discovery',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
