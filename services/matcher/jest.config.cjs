module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'matcher',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
