import { markNeedDuplicate, referNeed, returnNeed, withdrawNeed, getNeed, type NeedInput } from '@duijie/contracts';
import type { Story } from './contest-stories';
import type { Stage } from './stage';

const soon: NeedInput['window'] = { start: null, end: null };
const posterOf = (stage: Stage, need: string): string => stage.cast.needs.get(need)?.posterId ?? '';
const costly: NeedInput = {
  description: '小区共用的消防水池渗漏，水泵房线路老化，想一次性整治到位，请有资质的单位设计施工。',
  window: soon,
  components: ['facility.fire'],
  money: { kind: 'range', minFen: 120_000_000, maxFen: 180_000_000 },
  funding: 'maintenance_fund',
};
const small = (description: string, leaf: string): NeedInput => ({
  description,
  window: soon,
  components: [leaf],
  money: { kind: 'range', minFen: 100_000, maxFen: 500_000 },
  funding: 'community_fund',
});

/** Needs in the states that lie before and beside the way to a deal. */
export const needStories: readonly Story[] = [
  {
    name: 'draft',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n003');
      await stage.draft(poster, small('想给楼道装几盏感应灯，老人晚上下楼看不清。', 'facility.barrierfree'));
    },
  },
  {
    name: 'screening',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n012');
      const draft = await stage.draft(poster, costly);
      await stage.submit(poster, draft);
    },
  },
  {
    name: 'returned',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n021');
      const draft = await stage.draft(poster, { ...costly, title: '消防水池渗漏整治' });
      const need = await stage.submit(poster, draft);
      await stage.cast.association.call(returnNeed, {
        params: { needId: need.id },
        ifMatch: need.version,
        body: { reason: '请补充维修资金使用方案和预算明细' },
      });
    },
  },
  {
    name: 'duplicate',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n023');
      const draft = await stage.draft(poster, small('请人来调解一楼和楼上加装电梯的矛盾。', 'governance.mediation'));
      const need = await stage.submit(poster, draft);
      await stage.cast.association.call(markNeedDuplicate, {
        params: { needId: need.id },
        ifMatch: need.version,
        body: { duplicateOf: stage.cast.needs.get('n023')?.id ?? '', reason: '同一栋楼、同一件事' },
      });
    },
  },
  {
    name: 'referred',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n034');
      const draft = await stage.draft(poster, small('小区外市政路灯坏了三盏，晚上一片黑。', 'facility.green'));
      const need = await stage.submit(poster, draft);
      await stage.cast.association.call(referNeed, {
        params: { needId: need.id },
        ifMatch: need.version,
        body: { name: '区综合行政执法局', reason: '市政照明属职责清单内事项' },
      });
    },
  },
  {
    name: 'withdrawn',
    tell: async (stage) => {
      const { id: needId = '', posterId = '' } = stage.cast.needs.get('n033') ?? {};
      const need = await stage.cast.association.call(getNeed, { params: { needId } });
      if (need.state === 'responding')
        await stage.as(posterId).call(withdrawNeed, {
          params: { needId },
          ifMatch: need.version,
          body: { reason: '地块要做停车位，花园先不做了' },
        });
    },
  },
  // Published, and open only after three days of enquiry.
  {
    name: 'enquiry',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n032');
      const draft = await stage.draft(poster, {
        description: '刚交付的安置小区，想请社工驻点半年，带出自己的志愿队伍。',
        window: soon,
        components: ['socialwork.project'],
        money: { kind: 'range', minFen: 6_000_000, maxFen: 9_000_000 },
        funding: 'community_fund',
      });
      await stage.submit(poster, draft);
    },
  },
  // Appointed at once in an emergency, and in delivery.
  {
    name: 'emergency',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n003');
      const draft = await stage.draft(poster, {
        description: '二次供水泵房进水，三栋楼停水，请马上派人抢修并值守。',
        window: soon,
        components: ['property.custody'],
        money: { kind: 'range', minFen: 2_000_000, maxFen: 6_000_000 },
        funding: 'subdistrict_purchase',
        mode: 'emergency',
        modeReason: '停水影响三百户居民，等不及比选',
      });
      const play = await stage.lotOf(poster, await stage.submit(poster, draft));
      await stage.appoint(play, 'p024', 45_000, { reason: '就近的应急队伍，半小时内能到' });
      await stage.sign(play, 'p024', await stage.agreement(play), stage.cast.today);
    },
  },
  // Decided elsewhere and recorded here.
  {
    name: 'recorded',
    tell: async (stage) => {
      const poster = posterOf(stage, 'n003');
      const draft = await stage.draft(poster, {
        description: '街道统一采购的法律顾问已确定，录入后在这里跟进到验收。',
        window: soon,
        components: ['support.legal'],
        money: { kind: 'fixed', amountFen: 2_000_000 },
        funding: 'subdistrict_purchase',
        mode: 'recorded',
        modeReason: '已在街道采购平台确定',
      });
      const play = await stage.lotOf(poster, await stage.submit(poster, draft));
      await stage.appoint(play, 'p085', 20_000, { documentNote: '街道采购结果公告（示例）' });
      await stage.sign(play, 'p085', await stage.agreement(play), stage.cast.today);
    },
  },
];
