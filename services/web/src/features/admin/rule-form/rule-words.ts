import { defineVocabulary, fundings, modes, organisationKinds } from '@duijie/domain-kit';
import { decisionBasisWords } from '../../../kit/decision-basis-kinds';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Names of the fields of rules: by the way to the field, else by its own name. */
const names: Readonly<Record<string, Words>> = defineVocabulary({
  'body.kind': { zh: '机构类型', en: 'Kind of body' },
  'body.zh': { zh: '机构名称', en: 'Name of the body' },
  'clauses.zh': { zh: '条款要点', en: 'What it says' },
  'clauses.articles': { zh: '条号', en: 'Article' },
  'jurisdiction.code': { zh: '适用地区', en: 'Where it holds' },
  jurisdiction: { zh: '适用地区', en: 'Where it holds' },
  validFrom: { zh: '生效日', en: 'Effective from' },
  source: { zh: '依据：文件名称、文号、条款，或网址', en: 'Source: document, number, clause, or address' },
  status: { zh: '状态', en: 'State' },
  evidence: { zh: '依据性质', en: 'Kind of source' },
  retired: { zh: '停用', en: 'Retired' },
  mode: { zh: '方式', en: 'Mode' },
  zh: { zh: '中文表述', en: 'In Chinese' },
  en: { zh: '英文表述', en: 'In English' },
  responseDays: { zh: '响应天数', en: 'Days to respond' },
  enquiryDays: { zh: '答疑天数', en: 'Days of enquiry' },
  noticeDays: { zh: '结果公示天数', en: 'Days of public notice' },
  leastResponses: { zh: '最少响应家数', en: 'Least number of responses' },
  sealed: { zh: '密封，到期才开启', en: 'Sealed until the deadline' },
  evaluation: { zh: '怎样评定', en: 'Evaluation' },
  bandAboveFen: { zh: '金额高于', en: 'Amounts above' },
  bandUpToFen: { zh: '至（含）', en: 'up to and with' },
  aboveFen: { zh: '经费超过多少就先审核', en: 'Budgets above it are screened' },
  newPosters: { zh: '首次发布的主体也先审核', en: 'First-time posters are screened, too' },
  by: { zh: '由谁审核', en: 'Who screens' },
  leaves: { zh: '涉及的服务类目', en: 'Services it is about' },
  fundings: { zh: '涉及的资金来源', en: 'Sources of money it is about' },
  funding: { zh: '资金来源', en: 'Source of money' },
  kind: { zh: '要哪种依据', en: 'Basis asked for' },
  gate: { zh: '什么时候要有', en: 'When it is asked for' },
  effect: { zh: '怎样管', en: 'What it does' },
  except: { zh: '除上面所列类目外，都不能用', en: 'All but the services above' },
  tier: { zh: '层级', en: 'Tier' },
  title: { zh: '文件名称', en: 'Title' },
  number: { zh: '文号', en: 'Number' },
  clauses: { zh: '条款', en: 'Clauses' },
  body: { zh: '责任单位', en: 'Responsible body' },
  role: { zh: '职责', en: 'Its part' },
  matter: { zh: '管什么事', en: 'For what' },
});

/** What an empty field means, where that is not plain. */
const hints: Readonly<Record<string, Words>> = defineVocabulary({
  responseDays: { zh: '留空 = 有人承接为止', en: 'Empty: until somebody takes it' },
  bandAboveFen: { zh: '两项都留空 = 不按金额推荐', en: 'Both empty: never proposed by amount' },
  bandUpToFen: { zh: '留空 = 没有上限', en: 'Empty: no limit' },
  aboveFen: { zh: '留空 = 不按金额审核', en: 'Empty: no amount asks for it' },
  validFrom: {
    zh: '留空 = 一直有效；填将来的日期，到那天才按它办',
    en: 'Empty: always. A day to come: it holds from then on',
  },
  fundings: { zh: '留空 = 任何来源', en: 'Empty: any source' },
  status: {
    zh: '“有依据”要写明依据；“待录入”的不会被采用',
    en: '"By a source" asks for the source; what is to be entered never applies',
  },
});

const evaluations = defineVocabulary({
  none: { zh: '不评定', en: 'none' },
  first_come: { zh: '先到先得', en: 'first come' },
  choice: { zh: '需求方选择', en: 'the poster chooses' },
  price: { zh: '比价', en: 'price' },
  scored: { zh: '综合评分', en: 'scored' },
});
const options: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  mode: modes,
  evaluation: evaluations,
  funding: fundings,
  fundings,
  kind: decisionBasisWords,
  'body.kind': organisationKinds,
  status: defineVocabulary({
    known: { zh: '有依据', en: 'by a source' },
    example: { zh: '示例，请替换', en: 'example: replace it' },
    to_be_entered: { zh: '待录入', en: 'to be entered' },
  }),
  evidence: defineVocabulary({
    law: { zh: '法规文件', en: 'law or document' },
    practice: { zh: '一地做法', en: 'practice of one place' },
  }),
  by: defineVocabulary({
    either: { zh: '协会或街道都可以', en: 'association or subdistrict' },
    association: { zh: '协会', en: 'association' },
    subdistrict: { zh: '街道（镇）', en: 'subdistrict' },
  }),
  gate: defineVocabulary({
    publishing: { zh: '发布前要有', en: 'before publication' },
    deciding: { zh: '确定承接方前要有', en: 'before the decision' },
  }),
  effect: defineVocabulary({
    blocks: { zh: '不能用于', en: 'does not pay for' },
    condition: { zh: '有条件，由人判断', en: 'on a condition that people judge' },
  }),
  tier: defineVocabulary({
    national: { zh: '国家', en: 'national' },
    local: { zh: '地方', en: 'local' },
    '1': { zh: '“1+6+N”的 1', en: 'the 1 of 1+6+N' },
    '6': { zh: '“1+6+N”的 6', en: 'the 6 of 1+6+N' },
    N: { zh: '“1+6+N”的 N', en: 'the N of 1+6+N' },
  }),
  role: defineVocabulary({
    leads: { zh: '牵头', en: 'leads' },
    assists: { zh: '配合', en: 'assists' },
    informed: { zh: '知情', en: 'is informed' },
  }),
};
/** @param way names from the rule down to the field, rows left out */
const found = <T>(table: Readonly<Record<string, T>>, way: readonly string[]): T | undefined =>
  table[way.join('.')] ?? table[way.at(-1) ?? ''];

export const nameOf = (way: readonly string[]): Words | undefined => found(names, way);
export const hintOf = (way: readonly string[]): Words | undefined => found(hints, way);
export const optionOf = (way: readonly string[], value: string): Words | undefined => found(options, way)?.[value];
