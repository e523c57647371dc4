import {
  createInvitation,
  createOrganisation,
  getMe,
  inviteCommunity,
  listCommunities,
  listDistricts,
  listSubdistricts,
  type MemberRole,
} from '@duijie/contracts';
import { acceptAsNewcomer, administratorOf, aMemberOf, type Newcomer, type SignedIn } from '../e2e/people';
import type { RunningSystem } from '../e2e/running-system';

/** People of one subdistrict, who have been let in and know their passwords; the rest they do themselves. */
export interface Cast {
  /** Makes the names of this cast's organisations and packages its own. */
  readonly word: string;
  readonly administrator: SignedIn;
  readonly community: Newcomer & { readonly name: string };
  readonly broker: Newcomer;
  readonly officer: Newcomer;
  readonly district: string;
  readonly subdistrict: string;
  /** A provider that the administrator entered, so verified, with its head. */
  provider(kind: 'property_firm' | 'social_org', name: string): Promise<Newcomer>;
  /** One more of the association. */
  colleague(role: MemberRole): Promise<Newcomer>;
}

export async function castOf(system: Pick<RunningSystem, 'url' | 'environment'>): Promise<Cast> {
  const administrator = await administratorOf(system);
  const { client } = administrator;
  const { items: districts } = await client.call(listDistricts);
  const district = districts.find((one) => !one.managing);
  const { items: subdistricts } = await client.call(listSubdistricts, {
    params: { districtCode: district?.code ?? '' },
  });
  const [subdistrict] = subdistricts;
  const { items: communities } = await client.call(listCommunities, {
    params: { subdistrictCode: subdistrict?.code ?? '' },
  });
  const free = communities.find((one) => !one.claimed);
  const { code } = await client.call(inviteCommunity, { params: { communityCode: free?.code ?? '' }, body: {} });
  const community = { ...(await acceptAsNewcomer(system.url, code)), name: free?.name ?? '' };

  const invited = async (organisationId: string, role: MemberRole): Promise<Newcomer> => {
    const invitation = await client.call(createInvitation, { params: { organisationId }, body: { role } });
    return acceptAsNewcomer(system.url, invitation.code);
  };
  const associationId = (await client.call(getMe)).organisations[0]?.organisationId ?? '';
  const street = await client.call(createOrganisation, {
    body: {
      kind: 'subdistrict',
      name: `${subdistrict?.name}办事处`,
      district: district?.name ?? null,
      subdistrict: subdistrict?.name ?? null,
      join: false,
    },
  });
  return {
    word: Date.now().toString(36).slice(-4),
    administrator,
    community,
    broker: await invited(associationId, 'broker'),
    officer: await invited(street.id, 'officer'),
    district: district?.name ?? '',
    subdistrict: subdistrict?.name ?? '',
    provider: (kind, name) => aMemberOf(system.url, client, kind, name, district?.name ?? ''),
    colleague: (role) => invited(associationId, role),
  };
}
