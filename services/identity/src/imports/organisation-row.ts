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
  { path: 'id', headings: ['编号', 'id', '序号'], type: 'text' },
  { path: 'name', headings: ['名称', '机构名称', '单位名称', 'name'], type: 'text' },
  { path: 'kind', headings: ['类型', '机构类型', '主体类型', 'kind'], type: 'text' },
  { path: 'creditCode', headings: ['统一社会信用代码', '信用代码', 'creditCode'], type: 'text' },
  { path: 'district', headings: ['所在区', '区县', '区(市)县', 'district'], type: 'text' },
  { path: 'subdistrict', headings: ['街道', '街道(镇)', '镇街', 'subdistrict'], type: 'text' },
  { path: 'community', headings: ['社区', '村(社区)', 'community'], type: 'text' },
  { path: 'foundedYear', headings: ['成立年份', 'foundedYear'], type: 'number' },
  { path: 'businessScope', headings: ['业务范围', '经营范围', 'businessScope'], type: 'text' },
  { path: 'description', headings: ['简介', 'description'], type: 'text' },
  { path: 'qualifications', headings: ['资质', '资质证书', 'qualifications'], type: 'list' },
  { path: 'grade.level', headings: ['评估等级', '等级', 'grade'], type: 'text' },
  { path: 'grade.expiresOn', headings: ['等级有效期至', 'gradeExpiresOn'], type: 'day' },
  { path: 'verification', headings: ['认证状态', '核验状态', 'verification'], type: 'text' },
  { path: 'sponsoredBy', headings: ['出资举办单位编号', 'sponsoredBy'], type: 'text' },
  { path: 'contactName', headings: ['联系人', 'contactName'], type: 'text' },
  { path: 'contactPhone', headings: ['联系电话', '电话', 'contactPhone'], type: 'text' },
  { path: 'demo', headings: ['示例数据', 'demo'], type: 'flag' },
];
