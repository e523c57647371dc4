import { day, fen, line, mode, text } from '@duijie/contracts';
import { z } from 'zod';
import { parseInput } from './localise';

const schema = z.strictObject({
  title: line(80, 2),
  description: text(5000, 1),
  mode,
  amountFen: fen,
  households: z.int().min(0).max(100_000),
  components: z.array(z.string()).min(1).max(2),
  weight: z.number().gt(0).lt(1).multipleOf(0.25),
  decidedOn: day,
  lots: z.array(z.strictObject({ title: line(80) })),
  link: z.url(),
  budget: z.strictObject({ max: z.int() }),
  said: z.union([z.literal('yes'), z.int()]),
  publish: z.boolean(),
  packageId: z.uuid(),
  code: z.string().length(6),
  pair: z.array(z.int()).length(2),
});
const right = {
  title: '电梯停了',
  description: '三部停了两部',
  mode: 'claim',
  amountFen: 100,
  households: 3,
  components: ['a'],
  weight: 0.5,
  decidedOn: '2026-12-01',
  lots: [],
  link: 'https://example.org',
  budget: { max: 1 },
  said: 'yes',
  publish: true,
  packageId: '0199a000-0000-7000-8000-000000000000',
  code: '123456',
  pair: [1, 2],
};
const told = (change: object, locale: 'zh' | 'en'): string[] => {
  const parsed = parseInput(schema, { ...right, ...change }, '/', locale);
  return 'faults' in parsed
    ? parsed.faults.map(({ detail }) => (typeof detail === 'string' ? detail : detail[locale]))
    : [];
};

test.each([
  [{ title: undefined }, '请填写标题', 'Title is required'],
  [{ title: null }, '请填写标题', 'Title is required'],
  [{ title: '甲' }, '标题至少2个字', 'Title must have at least 2 characters'],
  [{ title: '长'.repeat(81) }, '标题最多80个字', 'Title must have at most 80 characters'],
  [{ title: 12 }, '标题应是文字', 'Title must be a text'],
  [{ title: '电梯\n停了' }, '标题不能含换行和控制字符', 'Title must not have line breaks or control characters'],
  [{ description: '电梯\u0007' }, '描述不能含控制字符', 'Description must not have control characters'],
  [{ description: '' }, '请填写描述', 'Description is required'],
  [
    { mode: 'raffle' },
    '对接方式没有这个选项，可填：认领、直接对接、邀请比选、公开征集、应急指定、线下/他平台已定',
    'Mode is none of the choices: ',
  ],
  [{ mode: undefined }, '请选择对接方式：认领、', 'Mode is required: '],
  [{ amountFen: -1 }, '金额不能小于0元', 'Amount must be at least 0 yuan'],
  [{ amountFen: 1e13 }, '金额不能大于10,000,000,000元', 'Amount must be at most 10,000,000,000 yuan'],
  [{ households: '很多' }, '户数应是数字', 'Households must be a number'],
  [{ households: 1.5 }, '户数应是整数', 'Households must be a whole number'],
  [{ households: 1_000_000 }, '户数不能大于100,000', 'Households must be at most 100,000'],
  [{ components: [] }, '所需服务至少1项', 'Services asked for must have at least 1 item'],
  [{ components: ['a', 'b', 'c'] }, '所需服务最多2项', 'Services asked for must have at most 2 items'],
  [{ components: 'a' }, '所需服务应是一个列表', 'Services asked for must be a list'],
  [{ weight: 0 }, '权重必须大于0', 'Weight must be more than 0'],
  [{ weight: 1 }, '权重必须小于1', 'Weight must be less than 1'],
  [{ weight: 0.3 }, '权重应是0.25的倍数', 'Weight must be a multiple of 0.25'],
  [{ decidedOn: '明天' }, '决策日期应是日期，如 2026-12-01', 'Day of the decision must be a day such as 2026-12-01'],
  [{ lots: [{ title: '' }] }, '请填写标题', 'Title is required'],
  [{ link: 'nowhere' }, '链接应是网址，如 https://example.org', 'Link must be an address such as https://example.org'],
  [{ budget: '待定' }, '预算填写不对', 'Budget is not valid'],
  [{ said: 'no' }, '填写不对', 'Is not valid'],
  [{ publish: '也许' }, '应是“是”或“否”', 'Must be yes or no'],
  [{ packageId: '7' }, '不是有效的编号', 'Is no valid id'],
  [{ code: '12' }, '应是6个字', 'Must have exactly 6 characters'],
  [{ pair: [1] }, '应有2项', 'Must have exactly 2 items'],
])('%j is told in words', (change, zh, en) => {
  expect(told(change, 'zh')[0]?.slice(0, zh.length)).toBe(zh);
  expect(told(change, 'en')[0]?.slice(0, en.length)).toBe(en);
});

test('no fault shows how the schema is written', () => {
  const all = Object.keys(right).flatMap((key) =>
    [undefined, null, {}, [], '', 'x', -1, true].map((bad) => ({ [key]: bad })),
  );
  const words = all.flatMap((change) => [...told(change, 'zh'), ...told(change, 'en')]);
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((one) => /string|NaN|undefined|expected|无效|期望|>=|<=|regex|\/\^/.test(one))).toEqual([]);
});
