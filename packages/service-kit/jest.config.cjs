module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'service-kit',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
