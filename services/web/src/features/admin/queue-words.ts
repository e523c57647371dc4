import type { ServiceName } from '@duijie/contracts';
import type { Label } from '@duijie/domain-kit';
import { serviceWords } from '../../kit/service-words';

const isService = (name: string): name is ServiceName => name in serviceWords;
const others: Readonly<Record<string, Label>> = {
  'match-need': { zh: '为需求匹配', en: 'Matching of needs' },
  'match-package': { zh: '为服务包匹配', en: 'Matching of packages' },
};

/** What a queue is for, in people's words; its own name where it has none. */
export function queueWords(name: string): Label {
  const [kind = '', service = ''] = name.split('-', 2);
  if (isService(service) && kind === 'events')
    return { zh: `通知“${serviceWords[service].zh}”`, en: `News for ${serviceWords[service].en}` };
  if (isService(service) && kind === 'imports')
    return { zh: `导入（${serviceWords[service].zh}）`, en: `Imports (${serviceWords[service].en})` };
  return others[name] ?? { zh: name, en: name };
}
