import type { NeedBody } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import type { Composite } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';

function costReason({ costFen }: Composite, money: NeedBody['money']): Words | null {
  if (costFen === null) return null;
  const [zh, en] = [`合计最低约${formatFen(costFen, 'zh')}`, `At least about ${formatFen(costFen, 'en')} together`];
  const most = money.kind === 'range' ? money.maxFen : money.kind === 'fixed' ? money.amountFen : null;
  if (most === null) return { zh, en };
  return costFen <= most
    ? { zh: `${zh}，在预算内`, en: `${en}, within the budget` }
    : { zh: `${zh}，超出预算`, en: `${en}, above the budget` };
}

/** Says what a set brings and what it leaves open. @param names of leaves by code */
export function setReasons(set: Composite, money: NeedBody['money'], names: ReadonlyMap<string, Words>): Words[] {
  const list = (codes: readonly string[], language: keyof Words): string =>
    codes.map((code) => names.get(code)?.[language] ?? code).join(language === 'zh' ? '、' : ', ');
  const twice = set.members
    .flatMap(({ components }) => components)
    .filter((code, at, all) => all.indexOf(code) === at && all.lastIndexOf(code) !== at);
  const cost = costReason(set, money);
  return [
    set.missing.length === 0
      ? { zh: '需求的各项服务都有人做', en: 'Every service asked for is done by somebody' }
      : { zh: `还缺：${list(set.missing, 'zh')}`, en: `Still missing: ${list(set.missing, 'en')}` },
    ...(set.members.length === 1
      ? [{ zh: '一个服务包就够', en: 'One package is enough' }]
      : set.oneGroup
        ? [{ zh: '由同一机构或同一服务集团承接', en: 'All by one provider or provider group' }]
        : [{ zh: '由不同机构分别承接', en: 'By different providers' }]),
    ...(cost ? [cost] : []),
    ...(twice.length > 0
      ? [{ zh: `重复的服务：${list(twice, 'zh')}`, en: `Offered by more than one: ${list(twice, 'en')}` }]
      : []),
  ];
}
