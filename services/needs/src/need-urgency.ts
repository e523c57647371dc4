import type { NeedBody } from '@duijie/contracts';

type Urgency = NeedBody['urgency'];

/** Words by the urgency they tell, most pressing first. `立即` after a negation (`不用立即`) tells nothing. */
const words: readonly (readonly [Urgency, RegExp])[] = [
  [
    'emergency',
    /(?<!不用|不必|不需|无需)(?:紧急|应急|连夜|马上接管|立刻|立即|停水|停电|断水|断电|被困|险情|危险随时)/u,
  ],
  ['high', /(?<!不|不太|不是很)(?:着急|尽快|急需|抓紧|迫切|安全隐患|到期|等不起|矛盾激化)/u],
  ['low', /不急|不着急|有空|慢慢来|长期征集|时间不限/u],
];

/** Tells from the words of a need how pressing it is; `normal` when they do not say. */
export function urgencyFrom(text: string): Urgency {
  if (words[2]?.[1].test(text)) return 'low';
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? 'normal';
}
