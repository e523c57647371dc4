import type { PackageSummary } from '@duijie/contracts';
import { commaOf } from '../../words/language';

/** A served area in words. */
export function areaText({ districts, radius }: PackageSummary['serviceArea'], language: 'zh' | 'en'): string {
  const parts = [...districts];
  if (radius) parts.push(language === 'zh' ? `${radius.km} 公里以内` : `within ${radius.km} km of a point`);
  if (parts.length > 0) return parts.join(commaOf(language));
  return language === 'zh' ? '全市' : 'the whole city';
}
