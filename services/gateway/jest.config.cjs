module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'gateway',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
