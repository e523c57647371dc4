module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'domain-kit',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
