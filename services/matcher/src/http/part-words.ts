import type { Contribution } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';

/** What the parts of a score are called. */
export const partWords: Readonly<Record<Contribution['part'], Words>> = {
  coverage: { zh: '服务对口', en: 'Services covered' },
  focus: { zh: '主要诉求', en: 'Main point' },
  words: { zh: '描述相近', en: 'Shared words' },
  price: { zh: '价格匹配', en: 'Price' },
  place: { zh: '就近服务', en: 'Place' },
  track_record: { zh: '过往口碑', en: 'Track record' },
  capacity: { zh: '承接余量', en: 'Free capacity' },
  core_service: { zh: '核心服务', en: 'Core service' },
  freshness: { zh: '近期更新', en: 'Freshness' },
  exposure: { zh: '扶持新机构', en: 'Small and new providers' },
  limits: { zh: '明说不做', en: 'Ruled out by one side' },
  bounds: { zh: '上下限修正', en: 'Kept within 0 and 100' },
};
