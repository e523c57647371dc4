/**
 * Name of a community as people say it: 得胜社区居委会 → 得胜社区, 五星村村民委员会 → 五星村.
 * @param name of the official data, or one that is short already
 */
export function shortCommunityName(name: string): string {
  const found = /^(.+?)(社区)?(?:居民委员会|居委会)$/.exec(name);
  if (found) return `${found[1]}社区`;
  const village = /^(.+?)村?(?:村民委员会|村委会)$/.exec(name);
  return village ? `${village[1]}村` : name;
}
