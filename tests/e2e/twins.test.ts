import {
  addNeedAttachment,
  addPackageFile,
  addResponseDocument,
  createAccessToken,
  createInvitation,
  createNeed,
  createPackage,
  createResponse,
  getTableSettings,
  importContracts,
  putTableSettings,
  saveSearch,
} from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { openMarket, type Market, type Party } from './market';
import { acceptAsNewcomer, aCommunityOf, administratorOf, aMemberOf, signInTo } from './people';
import { readEverything, type Known } from './read-everything';
import { startSystem, type RunningSystem } from './running-system';

/** The same data twice: only the mark of its owner differs. */
interface Twin {
  readonly mark: string;
  readonly cookie: string;
  readonly known: readonly Known[];
}
/** What is private of a twin holds its mark; Latin and Chinese, so that a search could find either. */
const markOf = (kind: string, twin: string): string => `${kind}${twin}印记zq${kind}${twin}x`;
const kinds = ['community', 'provider'] as const;
const names = ['alpha', 'bravo'] as const;

let system: RunningSystem;
let market: Market;
const twins = new Map<string, Twin>();
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const packageFields = (mark: string) => ({
  title: `${mark}托管`,
  description: `${mark}。四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，三到六个月。`,
  categories: ['property.custody'],
  price: { model: 'fixed', minFen: 8_000_000, maxFen: 45_000_000 } as const,
  capacity: 3,
  leadTimeDays: 2,
});

/** What every organisation and person keeps for itself. */
async function keepsForItself({ client, organisationId }: Party, mark: string): Promise<void> {
  await client.call(saveSearch, { body: { name: mark, query: { q: mark }, alert: 'at_once' } });
  const { version: ifMatch } = await client.call(getTableSettings, { params: { table: 'needs' } });
  await client.call(putTableSettings, {
    params: { table: 'needs' },
    ifMatch,
    body: { hidden: null, density: 'roomy', views: [{ name: mark.slice(0, 30), search: mark, hidden: [] }] },
  });
  await client.call(createAccessToken, { body: { name: mark, validDays: 30, organisationId } });
}
async function aTrialOf({ client }: Party, kind: 'needs' | 'packages', row: object): Promise<Known> {
  const contracts = importContracts(kind === 'needs' ? 'needs' : 'offers', kind);
  const { id: importId } = await client.call(contracts.start, {
    body: { dryRun: 'true' },
    file: { name: `${kind}.jsonl`, content: Buffer.from(`${JSON.stringify(row)}\n`) },
  });
  await eventually(async () => {
    const { state } = await client.call(contracts.get, { params: { importId } });
    if (state !== 'done') throw new Error(`the trial is ${state}`);
  });
  return { importId };
}

async function communityOf(party: Party, mark: string): Promise<Known[]> {
  const draft = await party.client.call(createNeed, {
    body: {
      title: `${mark}的草稿`,
      description: `${mark}：物业连夜撤走了，电梯停运，垃圾没人收。`,
      components: ['property.custody'],
      contact: { name: mark, phone: '13800000000' },
    },
  });
  const { attachments } = await party.client.call(addNeedAttachment, {
    params: { needId: draft.id },
    body: { title: mark },
    file: { name: `${mark}.png`, content: png },
  });
  const trial = await aTrialOf(party, 'needs', { id: mark, title: mark, description: `${mark}没有人管` });
  return [{ needId: draft.id, attachmentId: attachments[0]?.id ?? '', version: '1', by: 'public' }, trial];
}
async function providerOf(party: Party, mark: string, lotId: string): Promise<Known[]> {
  const draft = await eventually(() => party.client.call(createPackage, { body: packageFields(mark) }));
  const { evidence } = await party.client.call(addPackageFile, {
    params: { packageId: draft.id },
    body: { title: mark },
    file: { name: `${mark}.png`, content: png },
  });
  const response = await eventually(() =>
    party.client.call(createResponse, {
      params: { lotId },
      body: { plan: mark, note: mark, components: [{ code: 'property.custody', amountFen: 10_000_000 }] },
    }),
  );
  const { documentId } = await party.client.call(addResponseDocument, {
    params: { responseId: response.id },
    body: {},
    file: { name: `${mark}.txt`, content: Buffer.from(mark) },
  });
  const trial = await aTrialOf(party, 'packages', { id: mark, ...packageFields(mark) });
  return [
    { packageId: draft.id, evidenceId: evidence[0]?.id ?? '', version: '1' },
    { responseId: response.id, documentId },
    trial,
  ];
}

beforeAll(async () => {
  const namespace = testNamespace('twins');
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, {
    DUIJIE_RATE_SIGN_IN: '1000',
    DUIJIE_RATE_ANONYMOUS: '100000',
    DUIJIE_RATE_PERSON: '100000',
  });
  market = await openMarket(system);
  const administrator = await administratorOf(system);
  const { needId, lotId } = await market.post('open_call', {
    money: { kind: 'range', minFen: 30_000_000_000, maxFen: 99_000_000_000 },
  });
  for (const kind of kinds)
    for (const twin of names) {
      const mark = markOf(kind, twin);
      const name = `双胞胎${kind}${twin}`;
      const one =
        kind === 'community'
          ? await aCommunityOf(system.url, administrator.client, market.district)
          : await aMemberOf(system.url, administrator.client, 'property_firm', name, market.district);
      // A second member, whose invitation and name are the organisation's own.
      const { code } = await one.client.call(createInvitation, {
        params: { organisationId: one.organisationId },
        body: { role: 'editor' },
      });
      await acceptAsNewcomer(system.url, code);
      const party: Party = { ...one, name, token: '' };
      const own = kind === 'community' ? await communityOf(party, mark) : await providerOf(party, mark, lotId);
      await keepsForItself(party, mark);
      const { cookie } = await signInTo(system.url, one.login, one.password);
      const known = [...own, { organisationId: one.organisationId }, { needId, lotId }, { table: 'needs' }];
      twins.set(mark, { mark, cookie, known });
    }
}, 120_000);
afterAll(() => system.stop(), 60_000);

const everyKnown = (): Known[] => [...twins.values()].flatMap(({ known }) => known);
const marksIn = (text: string): string[] => [...twins.keys()].filter((mark) => text.includes(mark));
const readBy = async (headers: Record<string, string>): Promise<string> => {
  const { text, paper, workbook } = await readEverything(system.url, headers, everyKnown(), [...twins.keys()]);
  return [text, paper, workbook].join('\n');
};

test.each(kinds.flatMap((kind) => names.map((twin) => markOf(kind, twin))))(
  '%s reads what is its own by every route, and nothing of its twin',
  async (mark) => {
    const read = await readBy({ Cookie: twins.get(mark)?.cookie ?? '' });
    // The words it searched for come back to it as its query: those are taken out first.
    expect(marksIn(withoutQueries(read))).toEqual([mark]);
  },
  120_000,
);
test('nobody who is not signed in reads of any of them', async () => {
  const read = await readBy({});
  expect(read.length).toBeGreaterThan(10_000);
  expect(marksIn(withoutQueries(read))).toEqual([]);
}, 120_000);

/** Answers repeat the address that was asked (`instance` of a problem) and what a correction started from. */
const withoutQueries = (text: string): string => text.replaceAll(/"(?:instance|from|q)":"[^"]*"/g, '');
