import { day, line, text } from '@duijie/contracts';
import type { ImportColumn } from '@duijie/service-kit';
import { z } from 'zod';

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** A line of a sheet of cases. */
export const caseRow = z.strictObject({
  id: z.union([line(200), z.int().transform(String)]),
  title: line(200, 2),
  /** Name of the organisation whose need it is. */
  poster: line(200, 2),
  district: maybe(line(30)),
  subdistrict: maybe(line(60)),
  contactName: maybe(line(40)),
  phone: maybe(z.union([line(30, 5), z.int().transform(String)])),
  progress: maybe(text(500)),
  /** Name of the organisation that takes it on. */
  counterpart: maybe(line(200, 2)),
  nextStep: maybe(line(200, 2)),
  nextOn: maybe(day),
  note: maybe(text(2000)),
  /** Invented for the demonstration. */
  demo: z.boolean().default(false),
});
export type CaseRow = z.output<typeof caseRow>;

/** Headings of a sheet of cases; the first of each is the template's. */
export const caseColumns: readonly ImportColumn[] = [
  { path: 'id', headings: ['外部编号', '编号', '序号', 'id'], en: 'Own number', type: 'text' },
  { path: 'title', headings: ['需求标题', '事项', '标题', '需求', 'title'], en: 'Title', type: 'text' },
  {
    path: 'poster',
    headings: ['发布单位', '需求单位', '社区', 'poster', '社区名称', '单位'],
    en: 'Posted by',
    type: 'text',
  },
  {
    path: 'district',
    headings: ['区', '所在区', '区县', 'district'],
    en: 'District',
    type: 'text',
    looks: '(区|县|市|新区)$',
  },
  {
    path: 'subdistrict',
    headings: ['街道', '街道（镇）', 'subdistrict'],
    en: 'Subdistrict',
    type: 'text',
    looks: '(街道|街道办事处|镇|乡)$',
  },
  { path: 'contactName', headings: ['联系人', 'contactName'], en: 'Contact person', type: 'text' },
  {
    path: 'phone',
    headings: ['电话', '联系电话', '手机', 'phone'],
    en: 'Phone',
    type: 'text',
    looks: '^[\\d\\s()+-]{7,}$',
  },
  { path: 'progress', headings: ['进展/状态', '进展', '状态', 'progress'], en: 'Progress', type: 'text' },
  { path: 'counterpart', headings: ['对接单位', '承接单位', 'counterpart'], en: 'Taken on by', type: 'text' },
  { path: 'nextStep', headings: ['下一步', '下一步工作', 'nextStep'], en: 'Next step', type: 'text' },
  { path: 'nextOn', headings: ['下次联系日期', '下次联系', 'nextOn'], en: 'Next contact on', type: 'day' },
  { path: 'note', headings: ['备注', 'note'], en: 'Note', type: 'text' },
];

const ended = [
  ['done', /^(已完成|完成|已办结|办结|已结束|结束|已验收)$/],
  ['dropped', /^(已终止|终止|已取消|取消|已放弃|放弃|不再推进)$/],
] as const;

/** How a case stands by what its row says: a word that ends it, said alone, ends it. */
export const stateOfProgress = (progress: string | null): 'open' | 'done' | 'dropped' =>
  ended.find(([, words]) => words.test(progress?.trim() ?? ''))?.[0] ?? 'open';
