import type { Composite } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';

/** What the parts of the score of a set are called. */
export const setPartWords: Readonly<Record<Composite['contributions'][number]['part'], Words>> = {
  coverage: { zh: '服务齐全', en: 'Services covered' },
  quality: { zh: '各包契合', en: 'Fit of each package' },
  price: { zh: '合计价格', en: 'Price of all' },
  one_group: { zh: '同一机构或集团', en: 'One provider group' },
  overlap: { zh: '重复服务', en: 'Paid for twice' },
  members: { zh: '参与方多', en: 'More parties' },
  bounds: { zh: '上下限修正', en: 'Kept within 0 and 100' },
};
