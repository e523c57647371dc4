import { partyBranchState } from '@duijie/contracts';
import { committeeStates, compoundTypes, feeRegimes, propertyStates } from '@duijie/domain-kit';
import type { ImportColumn } from '@duijie/service-kit';
import { z } from 'zod';
import { codeOrLabel } from './code-or-label';

const word = (max: number) => z.string().trim().min(1).max(max);
const count = (max: number) => z.int().min(0).max(max).nullish();
const yuan = z.number().min(0).max(10_000_000_000).nullish();
/** Words that lists of compounds use for the state of management. */
const stateWords = {
  专业物业: 'managed',
  物业管理: 'managed',
  自治管理: 'self_managed',
  非物管院落: 'unmanaged',
  非物管: 'unmanaged',
  无物业: 'unmanaged',
  撤场: 'withdrawn',
  弃管: 'withdrawn',
} as const;
const branch: Readonly<Record<string, string>> = {
  无: 'none',
  未建: 'none',
  联合: 'joint',
  联合支部: 'joint',
  已建: 'active',
  有: 'active',
};

/** A row of the import of compounds. Money is yuan. `community` may name several. */
export const compoundRow = z.strictObject({
  id: word(200),
  name: word(80),
  type: codeOrLabel(compoundTypes),
  district: word(30),
  subdistrict: word(60),
  community: z.union([word(60).transform((name) => [name]), z.array(word(60)).min(1).max(8)]),
  households: count(200_000),
  floorAreaM2: count(50_000_000),
  chargedAreaM2: count(50_000_000),
  builtYear: z.int().min(1900).max(2100).nullish(),
  lng: z.number().min(-180).max(180).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lifts: count(10_000),
  parkingSpaces: count(200_000),
  propertyState: codeOrLabel(propertyStates, stateWords).nullish(),
  feeYuan: z.number().min(0).max(1000).nullish(),
  feeRegime: codeOrLabel(feeRegimes).nullish(),
  contractEndsOn: z.iso.date().nullish(),
  committeeState: codeOrLabel(committeeStates).nullish(),
  partyBranchState: z
    .preprocess((v) => (typeof v === 'string' ? (branch[v.trim()] ?? v) : v), partyBranchState)
    .nullish(),
  collectionRatePercent: z.number().min(0).max(100).nullish(),
  commonIncomeYuanPerYear: yuan,
  maintenanceFundYuan: yuan,
  demo: z.boolean().nullish(),
});
export type CompoundRow = z.output<typeof compoundRow>;

export const compoundColumns: readonly ImportColumn[] = [
  { path: 'id', headings: ['编号', 'id', '序号'], en: 'Own number', type: 'text' },
  {
    path: 'name',
    headings: ['小区名称', '名称', '院落名称', 'name', '小区', '院落', '楼盘', '楼盘名称', '小区（院落）名称'],
    en: 'Name',
    type: 'text',
  },
  { path: 'type', headings: ['小区类型', '类型', 'type'], en: 'Type', type: 'text' },
  {
    path: 'district',
    headings: ['所在区', '区县', '区（市）县', 'district'],
    en: 'District',
    type: 'text',
    looks: '(区|县|市|新区)$',
  },
  {
    path: 'subdistrict',
    headings: ['街道', '街道（镇）', '镇街', 'subdistrict'],
    en: 'Subdistrict',
    type: 'text',
    looks: '(街道|街道办事处|镇|乡)$',
  },
  {
    path: 'community',
    headings: ['社区', '村（社区）', 'community'],
    en: 'Community',
    type: 'list',
    looks: '(社区|村|居委会)$',
  },
  { path: 'households', headings: ['户数', 'households', '总户数', '住户数'], en: 'Households', type: 'number' },
  {
    path: 'floorAreaM2',
    headings: ['建筑面积（㎡）', '建筑面积', 'floorAreaM2'],
    en: 'Floor area (m²)',
    type: 'number',
  },
  {
    path: 'chargedAreaM2',
    headings: ['收费面积（㎡）', '收费面积', 'chargedAreaM2'],
    en: 'Charged area (m²)',
    type: 'number',
  },
  { path: 'builtYear', headings: ['建成年份', 'builtYear'], en: 'Year built', type: 'number' },
  { path: 'lng', headings: ['经度', 'lng'], en: 'Longitude', type: 'number' },
  { path: 'lat', headings: ['纬度', 'lat'], en: 'Latitude', type: 'number' },
  { path: 'lifts', headings: ['电梯数', 'lifts', '电梯', '电梯数量'], en: 'Lifts', type: 'number' },
  {
    path: 'parkingSpaces',
    headings: ['车位数', 'parkingSpaces', '车位', '停车位'],
    en: 'Parking spaces',
    type: 'number',
  },
  {
    path: 'propertyState',
    headings: ['物业状况', '物管状况', 'propertyState'],
    en: 'State of management',
    type: 'text',
  },
  {
    path: 'feeYuan',
    headings: ['物业费（元/㎡·月）', '物业费', 'feeYuan'],
    en: 'Fee (yuan per m² and month)',
    type: 'number',
  },
  { path: 'feeRegime', headings: ['收费方式', 'feeRegime'], en: 'Fee regime', type: 'text' },
  { path: 'contractEndsOn', headings: ['物业合同到期日', 'contractEndsOn'], en: 'Contract ends on', type: 'day' },
  {
    path: 'committeeState',
    headings: ['业委会状况', 'committeeState'],
    en: "State of the owners' committee",
    type: 'text',
  },
  { path: 'partyBranchState', headings: ['党支部', 'partyBranchState'], en: 'Party branch', type: 'text' },
  {
    path: 'collectionRatePercent',
    headings: ['收费率（%）', '收费率', 'collectionRatePercent'],
    en: 'Collection rate (%)',
    type: 'number',
  },
  {
    path: 'commonIncomeYuanPerYear',
    headings: ['公共收益（元/年）', 'commonIncomeYuanPerYear'],
    en: 'Common income (yuan a year)',
    type: 'number',
  },
  {
    path: 'maintenanceFundYuan',
    headings: ['维修资金余额（元）', 'maintenanceFundYuan'],
    en: 'Maintenance fund (yuan)',
    type: 'number',
  },
  { path: 'demo', headings: ['示例数据', 'demo'], en: 'Demonstration data', type: 'flag' },
];
