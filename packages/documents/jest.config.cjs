module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'documents',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
