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
  community: z.strictObject({
    district: line(30),
    subdistrict: line(40),
    name: line(60),
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
  }),
  /** 0 to 0 is no money; left out: not known. */
  budget: z.strictObject({ min: yuan, max: yuan }).optional(),
  funding: codeOrLabel(fundingWords, fundings).nullable().optional(),
  eligibleKinds: z.array(codeOrLabel(organisationKinds, providerKinds)).max(6).default([]),
  requiredQualifications: z.array(line(60)).max(20).default([]),
  window: z.strictObject({ start: day.nullable().optional(), end: day.nullable().optional() }).optional(),
  urgency: codeOrLabel(urgencies, ['low', 'normal', 'high', 'emergency']).optional(),
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
  { path: 'id', headings: ['需求编号', '编号', 'id'], type: 'text' },
  { path: 'title', headings: ['标题', '需求标题', 'title'], type: 'text' },
  { path: 'description', headings: ['需求描述', '需求说明', '描述', 'description'], type: 'text' },
  { path: 'categories', headings: ['服务类目', '类目', 'categories'], type: 'list' },
  { path: 'components', headings: ['所需服务', '服务内容', 'components'], type: 'list' },
  { path: 'community.district', headings: ['所在区', '区县', 'district'], type: 'text' },
  { path: 'community.subdistrict', headings: ['街道', '街道(镇)', 'subdistrict'], type: 'text' },
  { path: 'community.name', headings: ['社区', '村(社区)', 'community'], type: 'text' },
  { path: 'community.compound', headings: ['小区', '小区/院落', 'compound'], type: 'text' },
  { path: 'community.compoundType', headings: ['小区类型', 'compoundType'], type: 'text' },
  { path: 'community.households', headings: ['户数', 'households'], type: 'number' },
  { path: 'community.floorAreaM2', headings: ['建筑面积', '建筑面积(平方米)', 'floorAreaM2'], type: 'number' },
  { path: 'community.builtYear', headings: ['建成年份', 'builtYear'], type: 'number' },
  { path: 'community.propertyState', headings: ['物业状态', 'propertyState'], type: 'text' },
  { path: 'community.committeeState', headings: ['业委会状态', 'committeeState'], type: 'text' },
  { path: 'community.lng', headings: ['经度', 'lng'], type: 'number' },
  { path: 'community.lat', headings: ['纬度', 'lat'], type: 'number' },
  { path: 'budget.min', headings: ['预算下限(元)', '预算下限', 'budgetMin'], type: 'number' },
  { path: 'budget.max', headings: ['预算上限(元)', '预算上限', 'budgetMax'], type: 'number' },
  { path: 'funding', headings: ['资金来源', 'funding'], type: 'text' },
  { path: 'eligibleKinds', headings: ['可承接主体', '承接主体', 'eligibleKinds'], type: 'list' },
  { path: 'requiredQualifications', headings: ['资质要求', 'requiredQualifications'], type: 'list' },
  { path: 'window.start', headings: ['开始日期', 'start'], type: 'day' },
  { path: 'window.end', headings: ['结束日期', 'end'], type: 'day' },
  { path: 'urgency', headings: ['紧急程度', 'urgency'], type: 'text' },
  { path: 'organisation', headings: ['发布机构', 'organisation'], type: 'text' },
  { path: 'mode', headings: ['对接方式', '方式', 'mode'], type: 'text' },
  { path: 'modeReason', headings: ['方式理由', 'modeReason'], type: 'text' },
  { path: 'publish', headings: ['是否发布', 'publish'], type: 'flag' },
];
