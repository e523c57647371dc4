module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'match-engine',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
