import { type Amount, amountsIn } from '../text/amounts';
import { normaliseText } from '../text/normalise-text';
import type { ProviderKind, Urgency } from '../vocabulary';

/** Something that a text says, how sure that is (0..1, no probability), and the words that say it. */
export interface Understood<T> {
  readonly value: T;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** What a text says besides the services asked for; null or empty where it says nothing. */
export interface UnderstoodFacts {
  readonly budget: Understood<{ readonly minFen: number; readonly maxFen: number }> | null;
  readonly urgency: Understood<Urgency> | null;
  readonly kinds: readonly Understood<ProviderKind>[];
  readonly qualifications: readonly Understood<string>[];
  readonly households: Understood<number> | null;
  readonly place: Understood<string> | null;
}

const MONEY_WORDS = /预算|经费|资金|总共|一共|不超过|以内|最多|能出|能拿|出得起|拿出|钱/u;
const NO_MONEY = /没(?:有|得)?(?:经费|预算|钱|资金)|不花钱|零预算|无经费/u;
const URGENCIES: readonly (readonly [Urgency, RegExp])[] = [
  ['low', /不急|不着急|有空|慢慢来|长期征集|时间不限/gu],
  [
    'emergency',
    /(?<!不用|不必|不需|无需|经常|时常|老是|总是)(?:紧急|应急|连夜|被困|危险随时|立刻|立即|马上|明后天|停水|停电|断水|断电|困人|险情)/gu,
  ],
  ['high', /(?<!不|不太|不是很)(?:着急|尽快|安全隐患|到期|矛盾激化|急需|抓紧|迫切|等不起|赶紧|赶快|越快越好)/gu],
];
const FIRMS: readonly ProviderKind[] = ['property_firm', 'professional_firm', 'social_enterprise'];
const NAMES: readonly (readonly [ProviderKind, string])[] = [
  ['social_org', '社会组织|社工机构|公益机构|公益组织|社工组织'],
  ['volunteer_group', '志愿队伍?|志愿服务队|志愿者'],
  ['property_firm', '物业公司|物业企业|物业服务企业'],
  ['professional_firm', '专业公司|律师事务所|律所|会计师事务所|施工单位|有资质的(?:单位|公司)'],
  ['association', '行业协会|物业协会'],
];
const ONLY = '(?:只能|只限|仅限|限|只收|只要|只给|必须是)[^,。;:]{0,8}?';
const ASKED = '(?:请|找|想要|委托|希望|引进|招)[^,。;:]{0,10}?';
const QUALIFICATION =
  /(?:要有|须有|需有|得有|必须有|持有?|具备|取得|要求有?)((?:(?![,。;:]).){2,22}?(?:许可证|证书|资质|许可|证))/gu;
const HOUSEHOLDS = /(\d{2,6})户/u;

/**
 * Tells budget, urgency, kinds of provider, qualifications, households and place from what somebody wrote. The poster
 * confirms or corrects each.
 *
 * @param text title and description in one
 * @param places names of districts and subdistricts to look for, as they are written in full
 * @returns what the text says
 */
export function understandFacts(text: string, places: readonly string[] = []): UnderstoodFacts {
  const normal = normaliseText(text);
  return {
    budget: budgetOf(normal),
    urgency: urgencyOf(normal),
    kinds: kindsOf(normal),
    qualifications: qualificationsOf(normal),
    households: householdsOf(normal),
    place: placeOf(normal, places),
  };
}

function budgetOf(text: string): UnderstoodFacts['budget'] {
  const none = NO_MONEY.exec(text);
  if (none) return { value: { minFen: 0, maxFen: 0 }, confidence: 0.8, evidence: [none[0]] };
  const near = ({ at, words }: Amount): boolean =>
    MONEY_WORDS.test(text.slice(Math.max(0, at - 12), at + words.length + 6));
  const sums = amountsIn(text).filter(({ perUnit }) => !perUnit);
  const said = sums.filter(near);
  const best = (said.length ? said : sums).toSorted((a, b) => b.maxFen - a.maxFen)[0];
  if (!best) return null;
  const { minFen, maxFen } = best;
  return { value: { minFen, maxFen }, confidence: said.length ? 0.8 : 0.5, evidence: [best.words] };
}

function urgencyOf(text: string): UnderstoodFacts['urgency'] {
  for (const [value, words] of URGENCIES) {
    const evidence = [...new Set(text.match(words))];
    if (evidence.length > 0) return { value, confidence: evidence.length > 1 ? 0.9 : 0.7, evidence };
  }
  return null;
}

function kindsOf(text: string): UnderstoodFacts['kinds'] {
  const found = (before: string, confidence: number): Understood<ProviderKind>[] =>
    NAMES.flatMap(([value, names]) => {
      const match = new RegExp(`${before}(?:${names})`, 'u').exec(text);
      return match ? [{ value, confidence, evidence: [match[0]] }] : [];
    });
  const only = found(ONLY, 0.9);
  const noFirms = /企业(?:不能|不得|不可)(?:报|接|承接|参加)|(?:不能|不)给企业/u.exec(text);
  const kinds = only.length > 0 ? only : found(ASKED, 0.5);
  return noFirms ? kinds.filter(({ value }) => !FIRMS.includes(value)) : kinds;
}

const qualificationsOf = (text: string): UnderstoodFacts['qualifications'] =>
  [...text.matchAll(QUALIFICATION)].map(([words, name]) => ({ value: name!, confidence: 0.7, evidence: [words] }));

function householdsOf(text: string): UnderstoodFacts['households'] {
  const match = HOUSEHOLDS.exec(text);
  return match ? { value: Number(match[1]), confidence: 0.7, evidence: [match[0]] } : null;
}

function placeOf(text: string, places: readonly string[]): UnderstoodFacts['place'] {
  const full = places.filter((name) => text.includes(normaliseText(name)));
  const best = full.toSorted((a, b) => b.length - a.length)[0];
  if (best !== undefined) return { value: best, confidence: 0.9, evidence: [best] };
  const short = (name: string): string => name.replace(/(?:新区|街道|区|市|县|镇|乡)$/u, '');
  const near = places.find((name) => short(name).length > 1 && text.includes(short(name)));
  return near === undefined ? null : { value: near, confidence: 0.6, evidence: [short(near)] };
}
