import { fundings, line, longitude, latitude, day, modes, providerKinds, text } from '@duijie/contracts';
import {
  committeeStates,
  compoundTypes,
  fundings as fundingWords,
  modes as modeWords,
  organisationKinds,
  propertyStates,
  urgencies,
} from '@duijie/domain-kit';
import type { ImportColumn } from '@duijie/service-kit';
import { z } from 'zod';
import { codeOrLabel } from './code-or-label';

const yuan = z.int().min(0).max(10_000_000_000);
const leaf = line(60);

/** A line of needs.jsonl: money in whole yuan, leaves by code or Chinese name. */
export const needRow = z.strictObject({
  id: z.union([line(200), z.int().transform(String)]),
  title: line(80, 2).optional(),
  description: text(5000, 2),
  /** Left out, like `components`: proposed from the words. */
  categories: z.array(leaf).max(8).optional(),
  components: z.array(leaf).max(20).optional(),
  /** What is left out of it is the poster's own place. */
  community: z
    .strictObject({
      district: line(30).optional(),
      subdistrict: line(40).optional(),
      name: line(60).optional(),
      compound: line(80).nullable().optional(),
      compoundType: codeOrLabel(compoundTypes, [
        'old_courtyard',
        'commodity',
        'resettlement',
        'affordable',
        'rural_concentrated',
        'community_wide',
      ])
        .nullable()
        .optional(),
      households: z.int().min(0).max(100_000).nullable().optional(),
      floorAreaM2: z.int().min(0).max(100_000_000).nullable().optional(),
      builtYear: z.int().min(1800).max(2200).nullable().optional(),
      propertyState: codeOrLabel(propertyStates, ['managed', 'self_managed', 'unmanaged', 'withdrawn'])
        .nullable()
        .optional(),
      committeeState: codeOrLabel(committeeStates, ['none', 'preparing', 'active', 'dysfunctional', 'n/a'])
        .nullable()
        .optional(),
      lng: longitude.nullable().optional(),
      lat: latitude.nullable().optional(),
    })
    .default({}),
  /** 0 to 0 is no money; left out: not known. */
  budget: z.strictObject({ min: yuan.default(0), max: yuan }).optional(),
  funding: codeOrLabel(fundingWords, fundings).nullable().optional(),
  eligibleKinds: z.array(codeOrLabel(organisationKinds, providerKinds)).max(6).default([]),
  requiredQualifications: z.array(line(60)).max(20).default([]),
  window: z.strictObject({ start: day.nullable().optional(), end: day.nullable().optional() }).optional(),
  urgency: codeOrLabel(urgencies, ['low', 'normal', 'high', 'emergency'], {
    普通: 'normal',
    正常: 'normal',
    急: 'high',
    加急: 'high',
    特急: 'emergency',
    应急: 'emergency',
  }).optional(),
  /** Id in its source, or name, of the organisation that posts. */
  organisation: line(200).optional(),
  mode: codeOrLabel(modeWords, modes).optional(),
  modeReason: text(500).optional(),
  /** False: it stays a draft. */
  publish: z.boolean().default(true),
  /** Invented for the demonstration. */
  demo: z.boolean().optional(),
});
export type NeedRow = z.output<typeof needRow>;

/** Headings of a sheet of needs. */
export const needColumns: readonly ImportColumn[] = [
  { path: 'id', headings: ['需求编号', '编号', 'id'], en: 'Own number', type: 'text' },
  {
    path: 'title',
    headings: ['标题', '需求标题', 'title', '需求名称', '项目名称', '事项', '主题', '需求主题'],
    en: 'Title',
    type: 'text',
  },
  {
    path: 'description',
    headings: [
      '需求描述',
      '需求说明',
      '描述',
      'description',
      '需求内容',
      '具体需求',
      '需求详情',
      '情况说明',
      '问题描述',
      '事项描述',
      '主要问题',
      '诉求',
      '居民诉求',
      '需求',
      '内容',
    ],
    en: 'Description',
    type: 'text',
  },
  { path: 'categories', headings: ['服务类目', '类目', 'categories'], en: 'Categories', type: 'list' },
  {
    path: 'components',
    headings: ['所需服务', '服务内容', 'components', '服务项目', '需要的服务', '服务需求', '需求类别', '需求类型'],
    en: 'Services asked for',
    type: 'list',
  },
  {
    path: 'community.district',
    headings: ['所在区', '区县', 'district', '区', '区（市）县', '行政区', '区市县', '城区'],
    en: 'District',
    type: 'text',
    looks: '(区|县|市|新区)$',
  },
  {
    path: 'community.subdistrict',
    headings: [
      '街道',
      '街道（镇）',
      'subdistrict',
      '镇街',
      '街镇',
      '乡镇街道',
      '街道办',
      '街道（乡镇）',
      '镇（街道）',
      '所属街道',
    ],
    en: 'Subdistrict',
    type: 'text',
    looks: '(街道|街道办事处|镇|乡)$',
  },
  {
    path: 'community.name',
    headings: ['社区', '村（社区）', 'community', '村社区', '所属社区', '社区名称', '居委会', '所在社区'],
    en: 'Community',
    type: 'text',
    looks: '(社区|村|居委会)$',
  },
  {
    path: 'community.compound',
    headings: ['小区', '小区/院落', 'compound', '小区名称', '院落', '院落名称', '楼盘', '小区（院落）', '项目小区'],
    en: 'Compound',
    type: 'text',
  },
  { path: 'community.compoundType', headings: ['小区类型', 'compoundType'], en: 'Type of compound', type: 'text' },
  {
    path: 'community.households',
    headings: ['户数', 'households', '总户数', '住户数', '居民户数'],
    en: 'Households',
    type: 'number',
  },
  {
    path: 'community.floorAreaM2',
    headings: ['建筑面积', '建筑面积（平方米）', 'floorAreaM2'],
    en: 'Floor area (m²)',
    type: 'number',
  },
  {
    path: 'community.builtYear',
    headings: ['建成年份', 'builtYear', '建成时间', '建设年代', '房龄'],
    en: 'Year built',
    type: 'number',
  },
  {
    path: 'community.propertyState',
    headings: ['物业状态', 'propertyState', '物业情况', '物业管理情况', '物管情况'],
    en: 'State of management',
    type: 'text',
  },
  {
    path: 'community.committeeState',
    headings: ['业委会状态', 'committeeState'],
    en: "State of the owners' committee",
    type: 'text',
  },
  { path: 'community.lng', headings: ['经度', 'lng'], en: 'Longitude', type: 'number' },
  { path: 'community.lat', headings: ['纬度', 'lat'], en: 'Latitude', type: 'number' },
  {
    path: 'budget',
    headings: ['预算', '预算金额', '项目预算', '资金预算', '经费预算', '预计费用', '资金', 'budget'],
    en: 'Budget',
    type: 'range',
  },
  {
    path: 'budget.min',
    headings: ['预算下限（元）', '预算下限', 'budgetMin'],
    en: 'Budget, least (yuan)',
    type: 'number',
  },
  {
    path: 'budget.max',
    headings: ['预算上限（元）', '预算上限', 'budgetMax'],
    en: 'Budget, most (yuan)',
    type: 'number',
  },
  {
    path: 'funding',
    headings: ['资金来源', 'funding', '经费来源', '资金渠道', '出资方'],
    en: 'Source of money',
    type: 'text',
  },
  { path: 'eligibleKinds', headings: ['可承接主体', '承接主体', 'eligibleKinds'], en: 'Who may respond', type: 'list' },
  {
    path: 'requiredQualifications',
    headings: ['资质要求', 'requiredQualifications'],
    en: 'Qualifications',
    type: 'list',
  },
  {
    path: 'window.start',
    headings: ['开始日期', 'start', '开始时间', '希望开始时间', '启动时间', '期望进场时间'],
    en: 'Start',
    type: 'day',
  },
  {
    path: 'window.end',
    headings: ['结束日期', 'end', '结束时间', '完成时间', '截止时间', '期望完成时间'],
    en: 'End',
    type: 'day',
  },
  {
    path: 'urgency',
    headings: ['紧急程度', 'urgency', '紧急', '急缓', '轻重缓急', '紧迫程度'],
    en: 'Urgency',
    type: 'text',
  },
  {
    path: 'organisation',
    headings: ['发布机构', 'organisation', '发布单位', '需求单位', '申报单位', '提出单位'],
    en: 'Posted by',
    type: 'text',
  },
  { path: 'mode', headings: ['对接方式', '方式', 'mode'], en: 'Mode', type: 'text' },
  { path: 'modeReason', headings: ['方式理由', 'modeReason'], en: 'Reason for the mode', type: 'text' },
  { path: 'publish', headings: ['是否发布', 'publish'], en: 'Publish', type: 'flag' },
];
