import { organisationKind, packageInput, trackRecord } from '@duijie/contracts';
import type { ImportColumn } from '@duijie/service-kit';
import { z } from 'zod';

const { capacity, contactHours, description, leadTimeDays, title } = packageInput.shape;
const yuan = z.number().min(0).max(10_000_000_000);

/**
 * One service package of a file, money in yuan. What a row says of its provider beyond name and record belongs to the
 * import of organisations and is not read here.
 */
export const packageRow = z.strictObject({
  id: z.string(),
  title,
  description,
  /** Codes, Chinese names or synonyms of leaves. */
  categories: z.array(z.string().max(60)).max(8).default([]),
  provider: z
    .strictObject({
      /** External id of an organisation imported from the same source. */
      id: z.string().max(200).optional(),
      name: z.string().max(200).optional(),
      rating: z.strictObject({ mean: trackRecord.shape.ratingMean, count: trackRecord.shape.ratingCount }).optional(),
      completed: trackRecord.shape.completed.optional(),
      kind: organisationKind.optional(),
      district: z.string().nullable().optional(),
      foundedYear: z.int().nullable().optional(),
      qualifications: z.array(z.string()).optional(),
      sponsoredBy: z.string().nullable().optional(),
    })
    .default({}),
  serviceArea: z
    .strictObject({ districts: z.array(z.string().max(30)).max(40).default([]) })
    .default({ districts: [] }),
  price: z
    .strictObject({ model: z.string().max(20), min: yuan.default(0), max: yuan.optional() })
    .default({ model: 'negotiable', min: 0 }),
  capacity,
  leadTimeDays,
  contactHours,
  coreService: z.string().max(60).nullable().default(null),
  /** Goes on sale at once. */
  publish: z.boolean().default(true),
  /** Invented for the demonstration. */
  demo: z.boolean().default(false),
});
export type PackageRow = z.output<typeof packageRow>;

export const packageColumns: readonly ImportColumn[] = [
  { path: 'id', headings: ['编号', '服务包编号', 'id'], en: 'Own number', type: 'text' },
  {
    path: 'title',
    headings: ['服务包名称', '名称', '标题', 'title', '服务名称', '产品名称', '项目名称'],
    en: 'Title',
    type: 'text',
  },
  {
    path: 'description',
    headings: [
      '服务说明',
      '说明',
      '服务内容',
      '描述',
      'description',
      '服务介绍',
      '服务描述',
      '服务简介',
      '产品介绍',
      '内容',
    ],
    en: 'Description',
    type: 'text',
  },
  {
    path: 'categories',
    headings: ['服务类目', '类目', '服务类别', 'categories', '服务分类', '服务类型', '类别'],
    en: 'Categories',
    type: 'list',
  },
  { path: 'provider.id', headings: ['服务方编号', '机构编号', 'provider.id'], en: "Provider's number", type: 'text' },
  {
    path: 'provider.name',
    headings: ['服务方', '服务方名称', '机构名称', '单位名称', 'provider.name'],
    en: 'Provider',
    type: 'text',
  },
  {
    path: 'serviceArea.districts',
    headings: ['服务区域', '服务区县', '服务范围', 'districts', '覆盖区域', '可服务区域', '服务地区'],
    en: 'Districts served',
    type: 'list',
  },
  {
    path: 'price.model',
    headings: ['计价方式', 'price.model', '收费方式', '计费方式', '报价方式'],
    en: 'Way of pricing',
    type: 'text',
  },
  {
    path: 'price.min',
    headings: ['最低价', '价格下限', '最低价（元）', 'price.min'],
    en: 'Price, least (yuan)',
    type: 'number',
  },
  {
    path: 'price.max',
    headings: ['最高价', '价格上限', '价格', '最高价（元）', 'price.max', '报价', '收费标准'],
    en: 'Price, most (yuan)',
    type: 'number',
  },
  {
    path: 'capacity',
    headings: ['可同时承接', '承接能力', '同时承接数', 'capacity'],
    en: 'At the same time',
    type: 'number',
  },
  { path: 'leadTimeDays', headings: ['准备天数', '进场天数', 'leadTimeDays'], en: 'Days to prepare', type: 'number' },
  { path: 'contactHours', headings: ['联系时间', 'contactHours'], en: 'Hours of contact', type: 'text' },
  { path: 'coreService', headings: ['核心服务', 'coreService'], en: 'Core service', type: 'text' },
  { path: 'publish', headings: ['是否上架', '上架', 'publish'], en: 'Publish', type: 'flag' },
];
