import { createClient, type Client } from '@duijie/api-client';
import {
  acceptInvitation,
  createInvitation,
  createOrganisation,
  inviteCommunity,
  listCommunities,
  listDistricts,
  listSubdistricts,
  type MemberRole,
  type OrganisationKind,
} from '@duijie/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningSystem } from './running-system';

/** Somebody signed in: a client that sends the session cookie as a browser would. */
export interface SignedIn {
  readonly client: Client;
  readonly cookie: string;
}

/** Signs in over HTTP. @throws Error with the answer when refused */
export async function signInTo(url: string, login: string, password: string): Promise<SignedIn> {
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${login}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  return {
    client: createClient({ baseUrl: url, validate: true, headers: () => ({ Cookie: cookie, Origin: url }) }),
    cookie,
  };
}

/** The administrator whom the first start made. */
export function administratorOf(system: Pick<RunningSystem, 'url' | 'environment'>): Promise<SignedIn> {
  const { login, password } = JSON.parse(
    readFileSync(join(system.environment['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'), 'utf8'),
  ) as { login: string; password: string };
  return signInTo(system.url, login, password);
}

/** Somebody signed in who acts for an organisation. */
export interface Party extends SignedIn {
  readonly organisationId: string;
}
/** A person made for the test, with what it signs in by. */
export interface Newcomer extends Party {
  readonly personId: string;
  readonly login: string;
  readonly password: string;
}

let people = 0;
/** Takes an invitation as a new person and signs in. @param secret of link or code */
export async function acceptAsNewcomer(url: string, secret: string): Promise<Newcomer> {
  people += 1;
  const login = `e2e-${Date.now()}-${people}`;
  const password = `pass-${people}-${Math.random().toString(36).slice(2)}-word`;
  const { membership, personId } = await createClient({ baseUrl: url, validate: true }).call(acceptInvitation, {
    body: { secret, newPerson: { name: `测试人员${people}`, login, password } },
  });
  const { organisationId } = membership;
  return { ...(await signInTo(url, login, password)), organisationId, personId, login, password };
}

/** An organisation entered by the administrator (so verified) with a first member who is signed in. */
export async function aMemberOf(
  url: string,
  administrator: Client,
  kind: OrganisationKind,
  name: string,
  district: string,
  role: MemberRole = 'owner',
): Promise<Newcomer> {
  const organisation = await administrator.call(createOrganisation, { body: { kind, name, district, join: false } });
  const invitation = await administrator.call(createInvitation, {
    params: { organisationId: organisation.id },
    body: { role },
  });
  return acceptAsNewcomer(url, invitation.code);
}

/** The first person of a community of the district that nobody has claimed yet. */
export async function aCommunityOf(url: string, administrator: Client, district: string): Promise<Newcomer> {
  const { items: districts } = await administrator.call(listDistricts);
  const districtCode = districts.find(({ name }) => name === district)?.code ?? '';
  const { items: subdistricts } = await administrator.call(listSubdistricts, { params: { districtCode } });
  const subdistrictCode = subdistricts[0]?.code ?? '';
  const { items: communities } = await administrator.call(listCommunities, { params: { subdistrictCode } });
  const communityCode = communities.find(({ claimed }) => !claimed)?.code ?? '';
  const { code } = await administrator.call(inviteCommunity, { params: { communityCode }, body: {} });
  return acceptAsNewcomer(url, code);
}
