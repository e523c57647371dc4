import {
  caseRoutes,
  checkNeedConflicts,
  claimDeskTask,
  excludeFromNeed,
  getNeed,
  introduce,
  listCases,
  listDeskTasks,
  listNotices,
  setMeeting,
  type CaseView,
  type DeskTaskView,
  type IntroductionView,
} from '@duijie/contracts';
import { once, type Stage, type Stages } from './stage';
import type { Trade } from './trade';

const aWhileAgo = (): string => new Date(Date.now() - 60_000).toISOString();
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();

/** Stages of introductions, their meetings and the conflict wall. */
function introductionStages(trade: Trade): Stages {
  const { administrator, community, founder, partner, provider } = trade;
  async function introduced(): Promise<IntroductionView> {
    const { needId } = await trade.lot('direct');
    const { items } = await trade.soon(() =>
      administrator.client.call(introduce, {
        body: { needId, providers: [{ providerId: provider.organisationId }] },
      }),
    );
    if (!items[0]) throw new Error('nobody was introduced');
    return items[0];
  }
  /** Introduced by the poster, though it is sponsored by one behind the wall: a broker decides. */
  async function flagged(): Promise<string> {
    const { needId } = await trade.lot('direct');
    const need = await administrator.client.call(getNeed, { params: { needId } });
    await administrator.client.call(excludeFromNeed, {
      params: { needId },
      ifMatch: need.version,
      body: { organisationId: founder.organisationId, reason: '参与了方案论证' },
    });
    const providerId = partner.organisationId;
    await trade.soon(async () => {
      const { items } = await community.client.call(checkNeedConflicts, {
        params: { needId },
        query: { providerIds: [providerId] },
      });
      if (items[0]?.outcome !== 'flagged') throw new Error('the wall is not known yet');
    });
    const { items } = await community.client.call(introduce, { body: { needId, providers: [{ providerId }] } });
    return items[0]?.id ?? '';
  }
  async function met(): Promise<string> {
    const { id, version } = await introduced();
    await administrator.client.call(setMeeting, {
      params: { introductionId: id },
      ifMatch: version,
      body: { at: aWhileAgo(), place: '社区会议室' },
    });
    return id;
  }
  const one = once(introduced);
  const aMeeting = once(met);
  const path = async (id: Promise<string>): Promise<Stage['path'] & object> => ({ introductionId: await id });
  const fresh = async () => path(introduced().then(({ id }) => id));

  return {
    introduce: async () => ({
      as: 'administrator',
      body: {
        needId: (await trade.lot('direct')).needId,
        providers: [{ providerId: provider.organisationId, packageId: trade.packageIdOf(provider) }],
      },
    }),
    checkNeedConflicts: async () => ({
      as: 'community',
      path: { needId: (await one()).needId },
      query: { providerIds: `${provider.organisationId},${partner.organisationId}` },
    }),
    getIntroduction: async () => ({ as: 'provider', path: { introductionId: (await one()).id } }),
    getIntroductionContacts: async () => ({ as: 'provider', path: { introductionId: (await one()).id } }),
    answerIntroduction: async () => ({ as: 'provider', path: await fresh(), body: { answer: 'interested' } }),
    withdrawIntroduction: async () => ({ as: 'administrator', path: await fresh(), body: {} }),
    recordIntroductionCall: async () => ({
      as: 'administrator',
      path: await fresh(),
      body: { result: 'reached', note: '答应三天内回复' },
    }),
    decideIntroductionConflict: async () => ({
      as: 'administrator',
      path: await path(flagged()),
      body: { decision: 'clear', reason: '出资方未参与本次响应' },
    }),
    setMeeting: async () => ({
      as: 'provider',
      path: await fresh(),
      body: { at: tomorrow(), place: '社区会议室' },
    }),
    writeMinutes: async () => ({ as: 'provider', path: await path(met()), body: { minutes: '双方商定下周进场。' } }),
    downloadMeetingMinutes: async () => ({ as: 'provider', path: await path(aMeeting()) }),
  };
}

/** What the desk finds before each of its operations. */
export function deskStages(trade: Trade): Stages {
  const { administrator, colleague, community, provider } = trade;
  /** A need that nobody looks after. */
  const newNeed = (): Promise<DeskTaskView> =>
    trade.lot('direct').then(({ needId }) =>
      trade.soon(async () => {
        const { items } = await administrator.client.call(listDeskTasks, { query: { needId, kinds: ['new_need'] } });
        if (!items[0]) throw new Error('no task yet');
        return items[0];
      }),
    );
  const aTask = once(newNeed);
  const task = async (body?: unknown): Promise<Stage> => ({
    as: 'administrator',
    path: { taskId: (await newNeed()).id },
    ...(body === undefined ? {} : { body }),
  });
  const claimed = async (): Promise<Stage> => {
    const { id: taskId, version: ifMatch } = await newNeed();
    await administrator.client.call(claimDeskTask, { params: { taskId }, ifMatch });
    return { as: 'administrator', path: { taskId } };
  };
  let cases = 0;
  async function aCase(): Promise<string> {
    cases += 1;
    const title = `和美小区加装电梯${cases}`;
    const row = { id: `case-${cases}`, title, poster: trade.communityName, progress: '已现场踏勘', nextStep: '催报价' };
    await administrator.client.call(caseRoutes.startCasesImport, {
      body: { source: `台账${cases}` },
      file: { name: '在办事项.jsonl', content: Buffer.from(`${JSON.stringify(row)}\n`) },
    });
    return trade.soon(async () => {
      const { items } = await administrator.client.call(listCases, {});
      const found = items.find((one: Pick<CaseView, 'title' | 'id'>) => one.title === title);
      if (!found) throw new Error('the case is not there yet');
      return found.id;
    });
  }
  const notice = once(() =>
    trade.soon(async () => {
      const { items } = await provider.client.call(listNotices, {});
      if (!items[0]) throw new Error('no notice yet');
      return items[0].id;
    }),
  );

  return {
    ...introductionStages(trade),
    getDeskTask: async () => ({ as: 'administrator', path: { taskId: (await aTask()).id } }),
    claimDeskTask: () => task(),
    dispatchDeskTask: () => task({ personId: colleague.personId }),
    releaseDeskTask: claimed,
    finishDeskTask: () => task({ note: '已联系' }),
    snoozeDeskTask: () => task({ until: tomorrow() }),
    recordTaskCall: () => task({ result: 'reached', note: '周五回话' }),
    recordContact: async () => ({
      as: 'administrator',
      body: { organisationId: community.organisationId, result: 'reached', note: '电话沟通' },
    }),
    createFollowUp: async () => ({
      as: 'administrator',
      body: { organisationId: community.organisationId, what: '确认进场时间', dueOn: '2027-01-05' },
    }),
    listContacts: async () => ({ as: 'administrator', query: { organisationId: community.organisationId } }),
    handOver: async () => ({
      as: 'administrator',
      body: { fromPersonId: trade.leaver.personId, toPersonId: colleague.personId, reason: '岗位调整' },
    }),
    getCase: async () => ({ as: 'administrator', path: { caseId: await aCase() } }),
    changeCase: async () => ({
      as: 'administrator',
      path: { caseId: await aCase() },
      body: { progress: '报价已到', nextStep: '约见面', nextOn: '2027-01-05' },
    }),
    makeNeedOfCase: async () => ({
      as: 'administrator',
      path: { caseId: await aCase() },
      body: { channel: 'phone', said: '社区主任来电请代发' },
    }),
    readNotice: async () => ({ as: 'provider', path: { noticeId: await notice() } }),
    getNoticeGroupText: async () => ({ as: 'provider', path: { noticeId: await notice() } }),
  };
}
