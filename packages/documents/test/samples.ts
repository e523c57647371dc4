import type { AgreementView } from '@duijie/contracts';
import {
  acceptanceSheet,
  agreementDraft,
  awardNotice,
  meetingMinutes,
  needNotice,
  needPoster,
  responseReceiptPaper,
  type AcceptanceSheetPaper,
  type AwardNotice,
  type MeetingMinutes,
  type NeedNotice,
  type PaperHead,
  type ResponseReceiptPaper,
} from '../src/index';
import { ringPng } from './ring-png';

const uuid = (n: number): string => `01936f00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const url = 'https://duijie.example.cn/needs/01936f00-0000-7000-8000-000000000001';
const place = {
  district: '锦江区',
  subdistrict: '春熙路街道',
  community: '得胜社区',
  compoundId: null,
  compound: '幸福里小区',
  compoundType: 'old_courtyard' as const,
  households: 320,
  floorAreaM2: null,
  builtYear: 1996,
  propertyState: null,
  committeeState: null,
  lng: null,
  lat: null,
};
const sentence =
  '小区建成于1996年，无专业物业管理，楼道内长期堆放杂物，消防通道不畅，院内路灯损坏十一盏，雨季排水不畅，居民反映强烈。';

export const shortNeed: NeedNotice = {
  need: {
    title: '院落路灯维修',
    description: '院内路灯损坏3盏，请协助更换。',
    organisationName: '得胜社区居委会',
    place: { ...place, compound: null },
    money: { kind: 'none' },
    funding: null,
    eligibleKinds: [],
    requiredQualifications: [],
    mode: 'claim',
    window: { start: null, end: null },
    responsesDueAt: null,
  },
  services: [],
  url,
  issuedOn: '2026-12-01',
};
export const longNeed: NeedNotice = {
  need: {
    title: '幸福里小区老旧院落楼道堆物清理、消防通道疏通及公共区域环境整治提升综合服务项目',
    description: `${sentence.repeat(4)}\n一是清理楼道堆物并建立长效机制；二是疏通消防通道，补划标线；三是更换损坏路灯。\n${sentence.repeat(6)}`,
    organisationName: '成都市锦江区春熙路街道得胜社区居民委员会',
    place,
    money: { kind: 'range', minFen: 6_000_000, maxFen: 10_500_050 },
    funding: 'community_fund',
    eligibleKinds: ['property_firm', 'social_org', 'volunteer_group', 'social_enterprise'],
    requiredQualifications: [
      { name: '物业服务企业备案', component: null },
      { name: '高处作业证', component: 'property.repair' },
    ],
    mode: 'open_call',
    window: { start: '2027-01-01', end: '2027-06-30' },
    responsesDueAt: '2026-12-20T10:00:00.000Z',
  },
  services: ['楼道堆物清理', '消防通道疏通', '公共照明维修', '院落环境整治'],
  url,
  issuedOn: '2026-12-01',
};

export const contest: AwardNotice = {
  lot: {
    needTitle: longNeed.need.title,
    title: '第一标段：楼道清理与消防通道疏通',
    organisationName: longNeed.need.organisationName,
    mode: 'open_call',
    responseCount: 4,
  },
  award: {
    organisationName: '成都安居社会工作服务中心',
    amountFen: 9_850_000,
    reason: '方案针对院落实际提出“先清后管”的分步做法，团队有同类院落经验，综合得分第一。'.repeat(2),
    decidedAt: '2026-12-21T02:00:00.000Z',
    noticeUntil: '2026-12-28T10:00:00.000Z',
    kind: 'responses',
    documentNote: null,
  },
  place: '锦江区春熙路街道得胜社区幸福里小区',
  ranking: [
    { rank: 1, organisationName: '成都安居社会工作服务中心', total: 9125 },
    { rank: 2, organisationName: '四川和顺物业服务有限公司锦江分公司', total: 8840 },
    { rank: 3, organisationName: '春熙志愿服务队', total: 8010 },
    { rank: 4, organisationName: '锦邻社区服务社', total: 7655 },
  ],
  issuedOn: '2026-12-21',
};
export const emergency: AwardNotice = {
  lot: {
    needTitle: '主排污管爆裂抢修',
    title: '主排污管爆裂抢修',
    organisationName: '得胜社区居委会',
    mode: 'emergency',
    responseCount: 0,
  },
  award: {
    organisationName: '四川和顺物业服务有限公司',
    amountFen: 480_000,
    reason: '12月3日凌晨主排污管爆裂，污水漫入一楼住户，如不立即处置将危及居民健康。',
    decidedAt: '2026-12-03T00:30:00.000Z',
    noticeUntil: null,
    kind: 'emergency',
    documentNote: '社区两委碰头会记录（2026年第14号）',
  },
  place: null,
  ranking: [],
  issuedOn: '2026-12-04',
};

const meeting = {
  at: '2026-12-05T06:30:00.000Z',
  place: '得胜社区党群服务中心二楼会议室',
  link: null,
  attendees: '李某（社区书记）、王某（安居社工）、张某（协会）',
  minutes: null,
  minutesAt: null,
};
const introducedBy = { organisationId: uuid(3), organisationName: '成都市物业管理协会', name: '张某' };
export const shortMinutes: MeetingMinutes = {
  introduction: {
    needTitle: '院落路灯维修',
    posterName: '得胜社区居委会',
    organisationName: '春熙志愿服务队',
    packageTitle: null,
    introducedBy,
    meeting: { ...meeting, place: null, attendees: '' },
  },
  issuedOn: '2026-12-05',
};
export const longMinutes: MeetingMinutes = {
  introduction: {
    needTitle: longNeed.need.title,
    posterName: longNeed.need.organisationName,
    organisationName: '成都安居社会工作服务中心',
    packageTitle: '老旧院落治理提升包',
    introducedBy,
    meeting: { ...meeting, minutes: Array.from({ length: 9 }, (_, i) => `${i + 1}．${sentence}`).join('\n') },
  },
  issuedOn: '2026-12-06',
};

const step = (
  n: number,
  kind: 'delivered' | 'accepted',
  sheet: AgreementView['milestones'][0]['steps'][0]['sheet'],
) => ({
  id: uuid(n),
  kind,
  organisationId: uuid(2),
  at: '2027-03-02T03:00:00.000Z',
  note: '',
  fileIds: [],
  sheet,
});
export const shortAgreement: AcceptanceSheetPaper['agreement'] & Pick<AgreementView, 'components'> = {
  needTitle: '院落路灯维修',
  posterName: '得胜社区居委会',
  leadId: uuid(2),
  leadName: '春熙志愿服务队',
  members: [],
  components: [{ code: 'property.repair', organisationId: uuid(2), amountFen: null }],
  priceFen: null,
  paidFen: 0,
  funding: null,
  fundProject: false,
  signedOn: null,
  startsOn: null,
  endsOn: null,
  milestones: [],
  conclusion: null,
};
export const longAgreement: typeof shortAgreement = {
  needTitle: longNeed.need.title,
  posterName: longNeed.need.organisationName,
  leadId: uuid(2),
  leadName: '成都安居社会工作服务中心',
  members: [
    { organisationId: uuid(2), organisationName: '成都安居社会工作服务中心' },
    { organisationId: uuid(4), organisationName: '四川和顺物业服务有限公司' },
  ],
  components: [
    { code: 'a', organisationId: uuid(2), amountFen: 5_000_000 },
    { code: 'b', organisationId: uuid(4), amountFen: 3_850_050 },
    { code: 'c', organisationId: uuid(4), amountFen: 1_000_000 },
  ],
  priceFen: 9_850_050,
  paidFen: 3_000_000,
  funding: 'community_fund',
  fundProject: true,
  signedOn: '2026-12-30',
  startsOn: '2027-01-01',
  endsOn: '2027-06-30',
  milestones: Array.from({ length: 14 }, (_, i) => ({
    id: uuid(20 + i),
    title: i % 3 === 0 ? `第${i + 1}阶段：楼道堆物清理、消防通道疏通并经居民小组长签字确认` : `第${i + 1}阶段巡查`,
    dueOn: `2027-0${1 + Math.floor(i / 3)}-15`,
    amountFen: i % 2 === 0 ? 1_000_000 : null,
    state: i < 4 ? ('accepted' as const) : ('planned' as const),
    waitsFor: null,
    overdue: false,
    steps:
      i < 4
        ? [
            step(60 + i, 'delivered', null),
            step(80 + i, 'accepted', {
              scores: [
                { criterion: '目标完成情况', score: 28, outOf: 30 },
                { criterion: '居民满意度（入户回访）', score: 27, outOf: 30 },
                { criterion: '资金使用规范', score: 19, outOf: 20 },
                { criterion: '档案资料完整', score: 18, outOf: 20 },
              ],
              supervisors: ['周某某', '吴某某', '郑某某'],
              conclusion: null,
            }),
          ]
        : [],
  })),
  conclusion: null,
};
const leafName = (code: string): string | undefined =>
  ({ a: '楼道堆物清理', b: '消防通道疏通与标线补划', c: '公共照明维修', 'property.repair': '公共设施维修' })[code];

export const receipt: ResponseReceiptPaper = {
  receipt: {
    responseId: uuid(5),
    lotId: uuid(6),
    number: 'HZ-20261219-7K3M9Q2P',
    submittedAt: '2026-12-19T09:41:07.123Z',
    contentVersion: 2,
    contentSha256: 'ab'.repeat(32),
    documentSha256s: ['cd'.repeat(32), 'ef'.repeat(32)],
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  response: {
    needTitle: longNeed.need.title,
    lotTitle: '第一标段：楼道清理与消防通道疏通',
    posterName: longNeed.need.organisationName,
    organisationName: '成都安居社会工作服务中心',
    mode: 'open_call',
    sealed: true,
    responsesDueAt: '2026-12-20T10:00:00.000Z',
  },
  memberNames: ['四川和顺物业服务有限公司'],
};

/** Every paper, with little and with much in it, by the name of its file. */
export const head: PaperHead = {
  name: '成都市某某物业管理行业协会',
  address: '成都市锦江区某某路100号7楼',
  phone: '028-8600 0000',
  seal: { bytes: ringPng(300), mediaType: 'image/png', widthPx: 300, heightPx: 300 },
};

export const samples: Readonly<Record<string, () => Promise<Buffer>>> = {
  '需求公告-短': () => needNotice(shortNeed),
  '需求公告-长': () => needNotice(longNeed),
  结果公示: () => awardNotice(contest),
  应急指定公示: () => awardNotice(emergency),
  '会面纪要-短': () => meetingMinutes(shortMinutes),
  '会面纪要-长': () => meetingMinutes(longMinutes),
  '验收单-空': () => acceptanceSheet({ agreement: { ...shortAgreement, fundProject: true }, services: [] }),
  '验收单-长': () => acceptanceSheet({ agreement: longAgreement, services: longNeed.services }),
  '协议草稿-短': () => agreementDraft({ agreement: shortAgreement, leafName }),
  '协议草稿-长': () => agreementDraft({ agreement: longAgreement, leafName }),
  响应回执: () => responseReceiptPaper(receipt),
  '响应回执-印章': () => responseReceiptPaper({ ...receipt, head }),
  '会面纪要-抬头': () => meetingMinutes({ ...longMinutes, head }),
  '海报-长-抬头': () => needPoster({ ...longNeed, head }),
  '海报-短': () => needPoster(shortNeed),
  '海报-长': () => needPoster(longNeed),
};
