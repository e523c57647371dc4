module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'needs',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
