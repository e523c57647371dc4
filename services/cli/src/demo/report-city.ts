import type { Client } from '@duijie/api-client';
import { explainUnmatched, getNeed, listNeedMatches, type LotState } from '@duijie/contracts';
import { showMatch } from '../terminal/show-match';
import type { Voice } from '../terminal/voice';
import type { DemoCity } from './load-demo-city';
import type { SignIn } from './sign-ins';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const kinds: readonly (readonly [kind: string, zh: string, en: string])[] = [
  ['organisations', '机构', 'organisations'],
  ['compounds', '小区', 'compounds'],
  ['packages', '服务包', 'service packages'],
  ['needs', '需求', 'needs'],
];
const roleWords: Readonly<Record<SignIn['role'], { zh: string; en: string }>> = {
  community: { zh: '社区', en: 'community' },
  provider: { zh: '服务商', en: 'provider' },
  broker: { zh: '撮合员', en: 'broker' },
  officer: { zh: '街道', en: 'officer' },
  administrator: { zh: '管理员', en: 'administrator' },
};
/** Needs shown with matches, and needs shown without, in the account. */
const withMatches = 4;
const withoutMatches = 3;

function tellLoading(voice: Voice, city: DemoCity): void {
  voice.line(
    voice.text({
      zh: '示例城市（机构均为虚构，数据来自 data/sample-city；区划来自 data/places/chengdu.json）',
      en: 'Sample city (invented organisations, data/sample-city; places from data/places/chengdu.json)',
    }),
  );
  for (const [kind, zh, en] of kinds)
    voice.line(`  ${voice.text({ zh, en })} ${city.counts[kind] ?? 0}  ${seconds(city.durationsMs[kind] ?? 0)}`);
  voice.line(
    voice.text({
      zh: `  匹配 ${seconds(city.durationsMs['matching'] ?? 0)}，索引 ${seconds(city.durationsMs['indexing'] ?? 0)}`,
      en: `  matched in ${seconds(city.durationsMs['matching'] ?? 0)}, indexed in ${seconds(city.durationsMs['indexing'] ?? 0)}`,
    }),
  );
}

const lotWords: Readonly<Record<LotState, { zh: string; en: string }>> = {
  upcoming: { zh: '待开放', en: 'not open yet' },
  open: { zh: '响应中', en: 'open' },
  deciding: { zh: '确定中', en: 'being decided' },
  awarded: { zh: '已确定', en: 'awarded' },
  in_delivery: { zh: '实施中', en: 'in delivery' },
  completed: { zh: '已完成', en: 'completed' },
  failed: { zh: '未成交', en: 'failed' },
  given_back: { zh: '协议已终止', en: 'given back' },
  closed: { zh: '已关闭', en: 'closed' },
};
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, n) => all + n, 0);

function tellDeals(voice: Voice, { deals, durationsMs }: DemoCity): void {
  if (!deals) return;
  const [responses, agreements] = [sum(deals.responses), sum(deals.agreements)];
  voice.line(
    voice.text({
      zh: `  撮合示例 ${seconds(durationsMs['deals'] ?? 0)}：响应 ${responses}，协议 ${agreements}`,
      en: `  sample deals in ${seconds(durationsMs['deals'] ?? 0)}: ${responses} responses, ${agreements} agreements`,
    }),
  );
  const lots = (Object.keys(lotWords) as LotState[]).flatMap((state) =>
    deals.lots[state] ? [`${voice.text(lotWords[state])} ${deals.lots[state]}`] : [],
  );
  voice.line(voice.text({ zh: `  标段：${lots.join('，')}`, en: `  lots: ${lots.join(', ')}` }));
}

/** Prints the readable account of the city: what was loaded, matches with reasons, what was not matched and why, sign-ins. */
export async function reportCity(
  client: Client,
  voice: Voice,
  city: DemoCity,
  signIns: readonly SignIn[],
): Promise<void> {
  tellLoading(voice, city);
  tellDeals(voice, city);
  const unmatched: string[] = [];
  let shown = 0;
  let matched = 0;
  voice.line();
  voice.line(voice.text({ zh: '几条需求的最佳匹配', en: 'Best matches of a few needs' }));
  for (const needId of Object.values(city.needs)) {
    const { items } = await client.call(listNeedMatches, { params: { needId }, query: { limit: 3 } });
    if (items.length === 0) {
      unmatched.push(needId);
      continue;
    }
    matched += 1;
    if (shown === withMatches) continue;
    shown += 1;
    const need = await client.call(getNeed, { params: { needId } });
    const { title, organisationName, place } = need;
    voice.line(
      voice.text({
        zh: `${title}（${place.district} ${organisationName}）`,
        en: `${title} (${place.district}, ${organisationName})`,
      }),
    );
    for (const match of items) showMatch(voice, match);
  }
  voice.line();
  voice.line(
    voice.text({
      zh: `${matched} 条需求有推荐，${unmatched.length} 条没有`,
      en: `${matched} needs have suggestions, ${unmatched.length} have none`,
    }),
  );
  for (const needId of unmatched.slice(0, withoutMatches)) {
    const need = await client.call(getNeed, { params: { needId } });
    const { summary } = await client.call(explainUnmatched, { params: { needId } });
    const why = summary.map((s) => voice.text(s));
    voice.line(voice.text({ zh: `  ${need.title}：${why.join('；')}`, en: `  ${need.title}: ${why.join('; ')}` }));
  }
  voice.line();
  voice.line(voice.text({ zh: '登录账号（.local/sign-ins.json）', en: 'Sign-ins (.local/sign-ins.json)' }));
  for (const { role, login, password, organisation } of signIns)
    voice.line(`  ${voice.text(roleWords[role])}  ${login}  ${password}  ${organisation}`);
}
