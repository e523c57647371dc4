import {
  createRound,
  getMe,
  importContracts,
  listAgreements,
  listCases,
  listCompounds,
  listLots,
  listOwnNeeds,
  listOwnPackages,
  listOwnResponses,
  listReceivedIntroductions,
  listRounds,
  solveRound,
  type LotState,
} from '@duijie/contracts';
import type { Client } from '@duijie/api-client';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Look, Viewer } from './look';
import type { SampleCity } from './sample-city';

const routerFile = resolve(__dirname, '../../services/web/src/app/router.tsx');
const adminFile = resolve(__dirname, '../../services/web/src/features/admin/admin-page.tsx');

/** @returns every address that the router knows, as it stands there */
export function addressesOfRouter(): readonly string[] {
  const paths = [...readFileSync(routerFile, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');
  return paths.map((path) => (path.startsWith('/') ? path : `/${path}`)).toSorted();
}

/** @returns the parts of administration after the first, as its page has them */
function partsOfAdministration(): readonly string[] {
  const [, list = ''] = /const parts = \[([^\]]*)\]/.exec(readFileSync(adminFile, 'utf8')) ?? [];
  const [, ...rest] = [...list.matchAll(/'([^']+)'/g)].map(([, part]) => part ?? '');
  if (rest.length === 0) throw new Error(`no parts of administration found in ${adminFile}`);
  return rest;
}

/** Cases come from a broker's own sheet only: where there is none yet, a sheet of one row is imported. */
async function firstCase(broker: Client): Promise<string> {
  const ofSheet = importContracts('desk', 'cases');
  const first = async (): Promise<string | undefined> =>
    (await broker.call(listCases, { query: { limit: 1 } })).items[0]?.id;
  const found = await first();
  if (found) return found;
  const row = '编号,事项,社区,进展,下一步\n1,老院子加装门禁,芳草东社区,已同两家谈过,问清楚预算从哪里出\n';
  const file = { name: '在办事项.csv', content: new Blob([row]) };
  const started = await broker.call(ofSheet.start, { body: {}, file });
  for (let i = 0; i < 100; i += 1) {
    const { finishedAt } = await broker.call(ofSheet.get, { params: { importId: started.id } });
    if (finishedAt) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const made = await first();
  if (!made) throw new Error('the sheet of one case made none');
  return made;
}

/** Rounds are started by brokers: where there is none yet, one of the first needs is started and solved. */
async function firstRound(broker: Client): Promise<string> {
  const [found] = (await broker.call(listRounds, { query: { limit: 1 } })).items;
  if (found) return found.id;
  const round = await broker.call(createRound, {
    body: { title: '老旧院落专场', selection: { by: 'filter', most: 60 } },
  });
  await broker.call(solveRound, { params: { roundId: round.id }, ifMatch: round.version });
  return round.id;
}

const missedBy = (looks: readonly Look[]): readonly string[] =>
  addressesOfRouter().filter((address) => !looks.some(({ pattern }) => pattern === address));

/**
 * Every page of the console, each as somebody who works on it.
 * @throws Error naming the addresses of the router at which nobody looks
 */
export async function looksOf({ people }: SampleCity): Promise<readonly Look[]> {
  const clientOf = (viewer: Viewer): Client => {
    const person = people.get(viewer);
    if (!person) throw new Error(`no sign-in of ${viewer}`);
    return person.client;
  };
  const [community, provider, broker] = [clientOf('community'), clientOf('provider'), clientOf('broker')];
  const own = (await community.call(listOwnNeeds, { query: { limit: 100 } })).items;
  const lots = (await broker.call(listLots, { query: { limit: 100 } })).items;
  const agreements = (await broker.call(listAgreements, { query: { limit: 100 } })).items;
  const ownAgreement = (await community.call(listAgreements, { query: { limit: 1 } })).items[0];
  const response = (await provider.call(listOwnResponses, { query: { limit: 1 } })).items[0];
  const introduction = (await provider.call(listReceivedIntroductions, { query: { limit: 1 } })).items[0];
  const ownPackage = (await provider.call(listOwnPackages, { query: { limit: 1 } })).items[0];
  const organisation = (await provider.call(getMe)).actingFor;
  const compound = (await broker.call(listCompounds, { query: { limit: 1 } })).items[0];
  const caseId = await firstCase(broker);
  const roundId = await firstRound(broker);
  const lot = (state: LotState) => lots.find((one) => one.state === state);
  const need = (state: (typeof own)[number]['state']) => own.find((one) => one.state === state);

  const looks: Look[] = [];
  const add = (viewer: Viewer, name: string, pattern: string, ...values: readonly (string | undefined)[]): void => {
    if (values.includes(undefined)) return;
    const left = [...values];
    const path = pattern.replace('/*', '/no-such-page').replaceAll(/\/:(\w+)\??/g, () => {
      const value = left.shift();
      return value === undefined ? '' : `/${value}`;
    });
    looks.push({ name, pattern, viewer, path });
  };
  add('nobody', 'sign-in', '/sign-in');
  add('nobody', 'claim', '/claim/:token?');
  for (const viewer of ['community', 'provider', 'broker', 'officer'] as const) {
    add(viewer, `home-${viewer}`, '/');
    add(viewer, `discover-${viewer}`, '/discover');
  }
  add('community', 'needs-community', '/needs');
  add('broker', 'needs-broker', '/needs');
  add('officer', 'needs-officer', '/needs');
  add('community', 'need-new', '/needs/new');
  add('community', 'need-edit', '/needs/:needId/edit', need('draft')?.id);
  add('community', 'need-preview', '/needs/:needId/preview', need('draft')?.id);
  for (const state of ['draft', 'responding', 'in_delivery'] as const)
    add('community', `need-${state}`, '/needs/:needId', need(state)?.id);
  add('provider', 'need-provider', '/needs/:needId', lot('open')?.needId);
  for (const state of ['deciding', 'awarded', 'completed', 'failed'] as const)
    add('broker', `need-${state}`, '/needs/:needId', lot(state)?.needId);
  add('broker', 'desk', '/desk');
  add('broker', 'cases', '/desk/cases');
  add('broker', 'case', '/desk/cases/:caseId', caseId);
  add('broker', 'rounds', '/rounds');
  add('broker', 'round-new', '/rounds/new');
  add('broker', 'round', '/rounds/:roundId', roundId);
  add('officer', 'compound', '/compounds/:compoundId', compound?.id);
  add('community', 'import-needs', '/imports/:kind/:importId?', 'needs');
  add('community', 'organisation-community', '/organisation');
  add('provider', 'organisation-provider', '/organisation');
  add('community', 'profile', '/profile');
  add('community', 'notices', '/notices');
  add('provider', 'work', '/work');
  add('provider', 'introduction', '/introductions/:introductionId', introduction?.id);
  add('provider', 'lot', '/lots/:lotId', lot('open')?.id);
  add('broker', 'lot-broker', '/lots/:lotId', lot('deciding')?.id);
  add('provider', 'respond', '/lots/:lotId/respond', lot('open')?.id);
  add('provider', 'response', '/responses/:responseId', response?.id);
  add('community', 'agreements-community', '/agreements');
  add('broker', 'agreements-broker', '/agreements');
  add('community', 'agreement-community', '/agreements/:agreementId', ownAgreement?.id);
  for (const state of ['drafted', 'completed', 'terminated'] as const)
    add('broker', `agreement-${state}`, '/agreements/:agreementId', agreements.find((one) => one.state === state)?.id);
  add('administrator', 'set-up', '/setup');
  add('administrator', 'admin', '/admin/:part?');
  for (const part of partsOfAdministration()) add('administrator', `admin-${part}`, '/admin/:part?', part);
  add('administrator', 'admin-organisation', '/admin/organisations/:organisationId', organisation?.organisationId);
  add('provider', 'packages', '/packages');
  add('provider', 'package-new', '/packages/new');
  add('provider', 'package', '/packages/:packageId', ownPackage?.id);
  add('community', 'package-community', '/packages/:packageId', ownPackage?.id);
  add('provider', 'package-edit', '/packages/:packageId/edit', ownPackage?.id);
  add('community', 'provider', '/providers/:organisationId', organisation?.organisationId);
  add('community', 'not-found', '/*');

  // What needs no id is seen by the broker, who may go nearly everywhere.
  for (const address of missedBy(looks))
    if (!address.includes(':')) add('broker', address.slice(1).replaceAll('/', '-'), address);
  const missed = missedBy(looks);
  if (missed.length > 0) throw new Error(`nobody looks at ${missed.join(', ')}`);
  return looks;
}
