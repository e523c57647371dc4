import { decisionBasisRules, needPolicies, responsibilities, screeningRules } from '@duijie/contracts';
import { fieldsOf } from './form-fields';
import { valueWords } from './value-words';

const zh = { language: 'zh', comma: '、', leafOf: (code: string) => `<${code}>` } as const;
const kinds = { decisionBasisRules, needPolicies, responsibilities, screeningRules };
const say = (kind: keyof typeof kinds, name: string, value: unknown, speech: Parameters<typeof valueWords>[3] = zh) => {
  const field = fieldsOf(kinds[kind].change.body).find((one) => one.name === name);
  return field ? valueWords(field, [name], value, speech) : null;
};

test('money, choices and lists are said as people say them', () => {
  expect(say('screeningRules', 'aboveFen', 5_000_000)).toContain('元');
  expect(say('screeningRules', 'aboveFen', null)).toBe('');
  expect(say('screeningRules', 'by', 'subdistrict')).toBe('街道（镇）');
  expect(say('decisionBasisRules', 'leaves', ['a.b', 'c.d'])).toBe('<a.b>、<c.d>');
  expect(say('decisionBasisRules', 'gate', 'deciding', { ...zh, language: 'en' })).toBe('before the decision');
});

test('groups and rows are said in one line each', () => {
  expect(say('responsibilities', 'body', { kind: 'department', zh: '区住建局' })).toBe('部门 · 区住建局');
  const rows = [
    { articles: '第三条', zh: '可用于小微项目', leaves: [] },
    { articles: null, zh: '不得用于人员补贴', leaves: ['a.b'] },
  ];
  expect(say('needPolicies', 'clauses', rows)).toBe('第三条 · 可用于小微项目\n不得用于人员补贴 · <a.b>');
});
