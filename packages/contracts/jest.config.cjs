module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'contracts',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
