module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'api-client',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
