import { signIn } from './acts/anybody';
import * as broker from './acts/broker';
import * as community from './acts/community';
import * as provider from './acts/provider';
import type { Console } from './console';

/**
 * The light way, by clicking and typing: a social organisation offers something for free; a community posts a need
 * without money; a broker introduces the two; claim, award, agreement by a tap a side, delivery, acceptance, review.
 * @param width of everybody's window, in CSS pixels
 */
export async function lightWay({ cast, visitor }: Console, width: number): Promise<void> {
  const word = `${cast.word}${width}`;
  const firm = `邻里社工服务中心${word}`;
  const offer = `独居老人探访${word}`;
  const words = '老人们都认得她们了';
  const { login, password } = await cast.provider('social_org', firm);
  const atFirm = await visitor('provider', { width });
  await signIn(atFirm.page, login, password);
  await provider.offerForFree(atFirm.page, offer, '每周上门探访独居老人，陪聊天、量血压、记台账。', '居家养老');

  const atCommunity = await visitor('community', { width });
  await signIn(atCommunity.page, cast.community.login, cast.community.password);
  const what = `${word}号院有十几位独居老人，没人探望，想请人每周上门看看`;
  const need = await community.postNeed(atCommunity.page, { what, money: 'none' }, offer);

  const atDesk = await visitor('broker', { width });
  await signIn(atDesk.page, cast.broker.login, cast.broker.password);
  await broker.openTask(atDesk.page, need.title);
  await broker.introducePackage(atDesk.page, offer, '离得近，可以先见个面');

  await provider.showInterest(atFirm.page);
  await provider.claim(atFirm.page, '下周一就能开始');

  await atCommunity.page.goto(need.path);
  await community.award(atCommunity.page, firm, '离得近，做过');
  await community.draftAgreement(atCommunity.page);
  await atCommunity.page.getByRole('button', { name: '确认协议' }).click();
  await atCommunity.page.getByText(/您已确认/).waitFor();

  await provider.openAgreement(atFirm.page, need.title);
  await provider.confirmAgreement(atFirm.page);
  await provider.deliver(atFirm.page, '第一个月探访四次');
  await community.accept(atCommunity.page, /^验收/);
  await community.review(atCommunity.page, words);
  await provider.seeReview(atFirm.page, words);
  for (const one of [atFirm, atCommunity, atDesk]) await one.leave();
}
