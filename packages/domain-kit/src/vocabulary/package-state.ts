import { defineVocabulary } from './vocabulary';

/** States of a service package (服务包状态). */
export const packageStates = defineVocabulary({
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已上架', en: 'Published' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  retired: { zh: '已下架', en: 'Retired' },
});

/** One state of a service package. */
export type PackageState = keyof typeof packageStates;
