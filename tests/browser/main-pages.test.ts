import { createNeed, createPackage, publishPackage, submitNeed } from '@duijie/contracts';
import type { Browser } from 'playwright-core';
import { checkLook, type LookResult } from '../looks/check-look';
import type { Look, Viewer } from '../looks/look';
import { launchBrowser } from './chromium';
import { openConsole, type Console } from './console';

jest.setTimeout(180_000);

let here: Console;
let browser: Browser;
let needId: string;
let look: (name: string, viewer: Viewer, path: string, large: boolean) => Promise<LookResult>;

beforeAll(async () => {
  here = await openConsole('pages');
  browser = await launchBrowser();
  const { cast } = here;
  const provider = await cast.provider('property_firm', `锦城物业服务有限公司${cast.word}`);
  const offer = await provider.client.call(createPackage, {
    body: {
      title: '楼道照明整治',
      description: '老旧院落楼道照明整治：更换感应灯，整理线路，一年内坏了上门换。',
      categories: ['facility.pipe'],
      price: { model: 'fixed', minFen: 300_000, maxFen: 900_000 },
      capacity: 3,
      leadTimeDays: 3,
    },
  });
  await provider.client.call(publishPackage, { params: { packageId: offer.id }, ifMatch: offer.version });
  const draft = await cast.community.client.call(createNeed, {
    body: { description: '楼道灯坏了没人修，老人晚上下楼看不清，想换成感应灯。', funding: 'community_fund' },
  });
  const need = await cast.community.client.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
  needId = need.id;
  const city = {
    url: here.system.url,
    people: new Map<Viewer, typeof cast.administrator>([
      ['community', cast.community],
      ['provider', provider],
      ['broker', cast.broker],
      ['officer', cast.officer],
    ]),
  };
  look = (name, viewer, path, large) =>
    checkLook(
      browser,
      city,
      { name, pattern: path, viewer, path } satisfies Look,
      { language: 'zh', large, width: large ? 360 : 1440 },
      false,
    );
});
afterAll(async () => {
  await browser?.close();
  await here?.stop();
});

describe.each([
  ['normal', false],
  ['large', true],
] as const)('in %s text, nothing breaks WCAG 2.2 AA or its own width', (_, large) => {
  test.each([
    ['sign-in', 'nobody', '/sign-in'],
    ['home of a community', 'community', '/'],
    ['home of a provider', 'provider', '/'],
    ['home of a broker', 'broker', '/'],
    ['home of an officer', 'officer', '/'],
    ['discover', 'provider', '/discover'],
    ['need', 'community', '/needs/:needId'],
    ['desk', 'broker', '/desk'],
  ] as const)('on the page %s', async (name, viewer, path) => {
    const { findings } = await look(name, viewer, path.replace(':needId', needId), large);
    expect(findings).toEqual([]);
  });
});
