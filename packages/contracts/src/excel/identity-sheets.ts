import { column, sheet, type ExcelSheet } from './excel-column';

const place = [
  column.text('district', '区（市）县', 'District'),
  column.text('subdistrict', '街道（镇）', 'Subdistrict'),
] as const;

const invitations = sheet(
  column.text('name', '邀请加入', 'Invited to'),
  column.words('type', '类型', 'Type', {
    claim: { zh: '社区认领', en: 'Claim of a community' },
    join: { zh: '加入机构', en: 'Membership' },
  }),
  column.words('role', '角色', 'Role', 'memberRoles'),
  column.number('uses', '可用次数', 'Uses'),
  column.number('used', '已用次数', 'Used'),
  column.words('state', '状态', 'State', {
    open: { zh: '有效', en: 'Open' },
    used: { zh: '已用完', en: 'Used up' },
    expired: { zh: '已过期', en: 'Expired' },
    revoked: { zh: '已作废', en: 'Revoked' },
  }),
  column.instant('createdAt', '发出时间', 'Made at'),
  column.instant('expiresAt', '有效期至', 'Expires at'),
);
const communities = sheet(
  column.text('code', '社区代码', 'Code'),
  column.text('shortName', '社区', 'Community'),
  column.text('name', '全称', 'Full name'),
  ...place,
  column.flag('claimed', '已认领', 'Claimed'),
);

export const identitySheets = {
  listOrganisations: sheet(
    column.text('name', '机构名称', 'Name'),
    column.words('kind', '类型', 'Kind', 'organisationKinds'),
    column.words('verification', '核验状态', 'Verification', 'verificationStates'),
    ...place,
    column.text('community', '社区', 'Community'),
    column.text('grade.level', '等级', 'Grade'),
    column.day('grade.expiresOn', '等级有效期至', 'Grade until'),
    column.text('contact.name', '联系人', 'Contact'),
    column.text('contact.phone', '联系电话', 'Phone'),
    column.flag('demo', '演示数据', 'Demonstration'),
  ),
  listAffiliations: sheet(
    column.text('from.name', '机构', 'From'),
    column.words('from.kind', '机构类型', 'Kind', 'organisationKinds'),
    column.words('type', '关系', 'Tie', 'affiliationKinds'),
    column.text('to.name', '对方', 'To'),
    column.words('to.kind', '对方类型', 'Kind of the other', 'organisationKinds'),
    column.words('state', '状态', 'State', {
      proposed: { zh: '待确认', en: 'Proposed' },
      confirmed: { zh: '已确认', en: 'Confirmed' },
      declined: { zh: '已否认', en: 'Declined' },
      ended: { zh: '已结束', en: 'Ended' },
    }),
    column.instant('createdAt', '登记时间', 'Entered at'),
    column.instant('updatedAt', '更新时间', 'Changed at'),
  ),
  listMembers: sheet(
    column.text('name', '姓名', 'Name'),
    column.text('login', '登录名', 'Login'),
    column.words('role', '角色', 'Role', 'memberRoles'),
    column.instant('joinedAt', '加入时间', 'Joined at'),
  ),
  listDelegations: sheet(
    column.text('absent.name', '不在岗人员', 'Absent'),
    column.text('deputy.name', '代理人', 'Deputy'),
    column.instant('from', '开始', 'From'),
    column.instant('until', '结束', 'Until'),
    column.instant('endedAt', '提前结束时间', 'Ended early at'),
  ),
  listInvitations: invitations,
  listCommunityInvitations: invitations,
  listCommunities: communities,
  findCommunities: communities,
  listCompounds: sheet(
    column.text('name', '小区（院落）', 'Compound'),
    column.words('type', '类型', 'Type', 'compoundTypes'),
    ...place,
    column.text('communities[]', '社区', 'Communities'),
    column.number('households', '户数', 'Households'),
    column.number('builtYear', '建成年份', 'Built'),
    column.words('propertyState', '物业管理', 'Property management', 'propertyStates'),
    column.day('contractEndsOn', '物业合同到期', 'Property contract ends'),
    column.words('committeeState', '业委会', "Owners' committee", 'committeeStates'),
    column.flag('demo', '演示数据', 'Demonstration'),
  ),
} satisfies Readonly<Record<string, ExcelSheet>>;
