module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'deals',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
