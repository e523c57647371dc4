module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'desk',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
