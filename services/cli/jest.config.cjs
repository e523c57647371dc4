module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'cli',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
