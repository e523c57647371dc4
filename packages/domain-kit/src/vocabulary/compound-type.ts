import { defineVocabulary } from './vocabulary';

/** Types of property service area (小区类型). */
export const compoundTypes = defineVocabulary({
  old_courtyard: { zh: '老旧院落', en: 'Old courtyard' },
  commodity: { zh: '商品房小区', en: 'Commodity housing' },
  resettlement: { zh: '拆迁安置小区', en: 'Resettlement housing' },
  affordable: { zh: '保障房小区', en: 'Affordable housing' },
  rural_concentrated: { zh: '农民集中居住区', en: 'Concentrated rural housing' },
});

/** One type of property service area. */
export type CompoundType = keyof typeof compoundTypes;

/** What a need may be for: a type of area, or the whole community (全社区). */
export const needScopes = defineVocabulary({
  ...compoundTypes,
  community_wide: { zh: '全社区', en: 'Community-wide' },
});

/** One scope of a need. */
export type NeedScope = keyof typeof needScopes;
