module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'round-engine',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
