module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'identity',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
