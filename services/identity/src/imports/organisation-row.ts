import { contactPerson } from '@duijie/contracts';
import { organisationKinds, verificationStates } from '@duijie/domain-kit';
import type { ImportColumn } from '@duijie/service-kit';
import { z } from 'zod';
import { codeOrLabel } from './code-or-label';

const word = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();

/** Words that lists of organisations use for a kind. */
const kindWords = {
  社区: 'community',
  村: 'community',
  居委会: 'community',
  街道: 'subdistrict',
  街道办事处: 'subdistrict',
  镇: 'subdistrict',
  物业公司: 'property_firm',
  物业企业: 'property_firm',
  社工机构: 'social_org',
  志愿队: 'volunteer_group',
  行业协会: 'association',
} as const;

/** A row of the import of organisations. `id` is its own in the source; `sponsoredBy` is that of another row. */
export const organisationRow = z.strictObject({
  id: word(200),
  name: word(80),
  kind: codeOrLabel(organisationKinds, kindWords),
  creditCode: word(40).nullish(),
  district: word(30).nullish(),
  subdistrict: word(60).nullish(),
  community: word(60).nullish(),
  foundedYear: z.int().min(1900).max(2100).nullish(),
  businessScope: word(4000).nullish(),
  description: z.string().trim().max(4000).nullish(),
  qualifications: z
    .array(z.union([word(80), z.strictObject({ name: word(80), expiresOn: day.nullish() })]))
    .max(60)
    .nullish(),
  grade: z
    .strictObject({
      level: z.preprocess(
        (v) => (typeof v === 'string' ? v.normalize('NFKC').toUpperCase() : v),
        z.enum(['1A', '2A', '3A', '4A', '5A']),
      ),
      expiresOn: day.nullish(),
    })
    .nullish(),
  /** `verified` counts only when association staff import. */
  verification: codeOrLabel(verificationStates)
    .pipe(z.enum(['verified', 'pending']))
    .nullish(),
  sponsoredBy: word(200).nullish(),
  contactName: contactPerson.shape.name.nullish(),
  contactPhone: contactPerson.shape.phone.nullish(),
  demo: z.boolean().nullish(),
});
export type OrganisationRow = z.output<typeof organisationRow>;

export const organisationColumns: readonly ImportColumn[] = [
  { path: 'id', headings: ['编号', 'id', '序号'], en: 'Own number', type: 'text' },
  {
    path: 'name',
    headings: ['名称', '机构名称', '单位名称', 'name', '全称', '单位', '企业名称', '组织名称', '公司名称'],
    en: 'Name',
    type: 'text',
  },
  {
    path: 'kind',
    headings: ['类型', '机构类型', '主体类型', 'kind', '单位性质', '机构性质', '单位类型', '性质'],
    en: 'Kind',
    type: 'text',
  },
  {
    path: 'creditCode',
    headings: ['统一社会信用代码', '信用代码', 'creditCode', '社会信用代码', '统一信用代码', '税号'],
    en: 'Credit code',
    type: 'text',
    looks: '^[0-9A-HJ-NPQRTUWXY]{18}$',
  },
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
    type: 'text',
    looks: '(社区|村|居委会)$',
  },
  { path: 'foundedYear', headings: ['成立年份', 'foundedYear'], en: 'Founded in', type: 'number' },
  { path: 'businessScope', headings: ['业务范围', '经营范围', 'businessScope'], en: 'Business scope', type: 'text' },
  {
    path: 'description',
    headings: ['简介', 'description', '机构简介', '单位简介', '介绍'],
    en: 'Description',
    type: 'text',
  },
  { path: 'qualifications', headings: ['资质', '资质证书', 'qualifications'], en: 'Qualifications', type: 'list' },
  { path: 'grade.level', headings: ['评估等级', '等级', 'grade'], en: 'Grade', type: 'text' },
  { path: 'grade.expiresOn', headings: ['等级有效期至', 'gradeExpiresOn'], en: 'Grade valid until', type: 'day' },
  { path: 'verification', headings: ['认证状态', '核验状态', 'verification'], en: 'Verification', type: 'text' },
  { path: 'sponsoredBy', headings: ['出资举办单位编号', 'sponsoredBy'], en: "Sponsor's number", type: 'text' },
  {
    path: 'contactName',
    headings: ['联系人', 'contactName', '负责人', '联系人姓名'],
    en: 'Contact person',
    type: 'text',
  },
  {
    path: 'contactPhone',
    headings: ['联系电话', '电话', 'contactPhone', '手机', '手机号', '联系方式', '电话号码'],
    en: 'Phone',
    type: 'text',
    looks: '^[\\d\\s()+-]{7,}$',
  },
  { path: 'demo', headings: ['示例数据', 'demo'], en: 'Demonstration data', type: 'flag' },
];
