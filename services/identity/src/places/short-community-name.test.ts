import { shortCommunityName } from './short-community-name';

test.each([
  ['得胜社区居委会', '得胜社区'],
  ['大慈寺社区居民委员会', '大慈寺社区'],
  ['川音居委会', '川音社区'],
  ['五星村村民委员会', '五星村'],
  ['五星村委会', '五星村'],
  ['中心村村委会', '中心村'],
  ['村上村委会', '村上村'],
  ['得胜社区', '得胜社区'],
  ['天瑞社区工作站社区', '天瑞社区工作站社区'],
])('%s is said as %s', (name, short) => {
  expect(shortCommunityName(name)).toBe(short);
});
