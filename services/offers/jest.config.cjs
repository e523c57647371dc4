module.exports = {
  ...require('../../jest.base.cjs'),
  rootDir: __dirname,
  displayName: 'offers',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
};
