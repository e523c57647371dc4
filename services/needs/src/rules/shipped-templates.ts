import type { RuleFacts } from '@duijie/contracts';
import type { RuleContents, ShippedRule } from './rule';

const facts: RuleFacts = {
  jurisdiction: { code: 'CN', zh: '全国' },
  validFrom: null,
  source: null,
  status: 'example',
  evidence: null,
  retired: false,
};
const unknown = { kind: 'unknown' } as const;

function template(
  id: string,
  name: string,
  title: string,
  description: string,
  components: readonly string[],
  more: Partial<RuleContents['template']> = {},
): ShippedRule<'template'> {
  return {
    kind: 'template',
    id,
    text: {
      ...facts,
      name,
      title,
      description,
      components: [...components],
      money: unknown,
      funding: null,
      eligibleKinds: [],
      requiredQualifications: [],
      urgency: 'normal',
      ...more,
    },
  };
}

/** Needs ready to be filled in (需求模板), for leaves that come up often. Places to fill in are marked with ___. */
export const shippedTemplates: readonly ShippedRule<'template'>[] = [
  template(
    'introduce-firm',
    '引入物业',
    '老院落想引入正规物业服务',
    '院落约___户，目前没有物业（或由居民自管）。经居民讨论，希望引入一家物业服务企业，负责门卫、保洁、垃圾清运和公共部位小修，每户每月可承担约___元。先签约___年。',
    ['property.introduce'],
    { funding: 'owners', eligibleKinds: ['property_firm'] },
  ),
  template(
    'upgrade-courtyard',
    '老旧院落提档升级',
    '改造后的老旧院落需要长效管理',
    '院落已完成（或即将完成）改造，约___户。希望把物业管理从“有人扫地”提升到规范服务，并带着居民建立缴费、公示和监督的办法。',
    ['property.upgrade'],
    { funding: 'owners' },
  ),
  template(
    'custody',
    '物业临时托管',
    '物业撤出，需要临时托管',
    '原物业于___月___日撤出，约___户，电梯___部。请临时托管基本服务（供水、垃圾、电梯、秩序）至选出新物业为止，预计___个月。',
    ['property.custody'],
    { funding: 'subdistrict_purchase', eligibleKinds: ['property_firm', 'association'], urgency: 'emergency' },
  ),
  template(
    'election',
    '业委会组建或换届',
    '业委会组建（换届）需要全程指导',
    '小区约___户，业委会将于___年___月到期（或尚未成立）。希望有人指导筹备组、候选人、会议通知、投票统计和备案的全过程。',
    ['owners.election', 'owners.voting'],
  ),
  template(
    'secretary',
    '业委会秘书',
    '业委会需要一名专（兼）职秘书',
    '小区约___户，业委会成员多为兼职。需要秘书负责会议记录、资料归档、信息公开和与物业、社区的联络，每周约___天。',
    ['owners.secretary'],
    { funding: 'owners' },
  ),
  template(
    'audit',
    '公共收益审计',
    '公共收益收支需要第三方审计',
    '请对___年至___年的停车、广告等公共收益收支进行审计，向业主公布结果，并帮助建立定期公示的办法。',
    ['owners.audit'],
    {
      funding: 'common_income',
      eligibleKinds: ['professional_firm'],
      requiredQualifications: [{ name: '会计师事务所执业证书', component: 'owners.audit' }],
    },
  ),
  template(
    'deliberation',
    '居民议事',
    '请人带居民议一议小区的难事',
    '就___（事项）居民意见不一，涉及约___户。希望协助搭建议事会、主持协商并形成大家认可的办法。',
    ['governance.deliberation', 'governance.mediation'],
    { funding: 'community_fund' },
  ),
  template(
    'grid',
    '楼栋长与微网格',
    '楼栋长和微网格员队伍需要带起来',
    '现有楼栋长约___名，不少是挂名。希望通过培训、结对和小活动，让微网格真正转起来，为期___个月。',
    ['governance.grid', 'support.training'],
    { funding: 'community_fund' },
  ),
  template(
    'waste',
    '垃圾分类',
    '撤桶并点后的垃圾分类引导',
    '小区约___户，拟（已）撤桶并点为___个点位。需要前期入户宣传、定时值守引导和志愿者带动，为期___个月。',
    ['facility.waste', 'making.volunteer'],
    { funding: 'community_fund' },
  ),
  template(
    'charging',
    '电动自行车充电',
    '规范电动自行车停放充电',
    '小区约有电动自行车___辆，存在飞线充电。希望建设充电棚（桩）约___个接口，可由企业投资、用户付费。',
    ['facility.charging'],
    { funding: 'community_fund', eligibleKinds: ['property_firm', 'professional_firm'] },
  ),
  template(
    'elder',
    '独居老人探访与助餐',
    '独居、高龄老人的探访和助餐',
    '辖区内独居、高龄老人约___名。希望定期上门探访（每周___次）、助餐送餐，并建立异常情况的报告办法。',
    ['livelihood.elder'],
    { funding: 'special_fund', eligibleKinds: ['social_org', 'volunteer_group'] },
  ),
  template(
    'child',
    '放学后托管',
    '放学后和假期的儿童托管',
    '双职工家庭的孩子约___名，放学后无人照看。社区可提供___平方米场地，希望有人带作业辅导和活动，每周___天。',
    ['livelihood.child'],
    { eligibleKinds: ['social_org', 'volunteer_group'] },
  ),
  template(
    'convenience-day',
    '便民服务日',
    '办一场便民服务日',
    '希望在___月为居民办一场便民服务日（理发、磨刀、量血压、小家电维修等），无经费，社区提供场地和组织。',
    ['livelihood.domestic', 'livelihood.health'],
    { money: { kind: 'none' }, funding: 'none', urgency: 'low' },
  ),
];
