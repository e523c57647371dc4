import { createClient } from '@duijie/api-client';
import {
  createAccessToken,
  createInvitation,
  createOrganisation,
  createPackage,
  createResponse,
  getLot,
  getMe,
  inviteCommunity,
  listCommunities,
  listDistricts,
  listLotsOfNeed,
  listSubdistricts,
  publishPackage,
  type CommunityView,
  type LotView,
  type MemberRole,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
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
  /** Enters and publishes a package for a provider, at a fixed price. @returns its title */
  offer(provider: Newcomer, title: string, yuan: number): Promise<string>;
  /** Hands in a response without a browser. @param path of the need's page */
  respond(provider: Newcomer, path: string, yuan: number): Promise<void>;
  /** The one lot of a need, read by a token that outlives a clock moved by months. @param path of the need's page */
  lotOf(path: string): Promise<LotView>;
  /** A community that nobody has claimed. */
  readonly unclaimed: CommunityView;
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
  const freeOf = async (subdistrictCode: string): Promise<readonly CommunityView[]> =>
    (await client.call(listCommunities, { params: { subdistrictCode } })).items.filter((one) => !one.claimed);
  let subdistrict = subdistricts[0];
  let free: CommunityView | undefined;
  let unclaimed: CommunityView | undefined;
  for (subdistrict of subdistricts) {
    [free, unclaimed] = await freeOf(subdistrict.code);
    if (free && unclaimed) break;
  }
  if (!free || !unclaimed) throw new Error(`no subdistrict of ${district?.name} has two communities left to claim`);
  const invite = await client.call(inviteCommunity, { params: { communityCode: free.code }, body: {} });
  const community = { ...(await acceptAsNewcomer(system.url, invite.code)), name: free.name };

  const invited = async (organisationId: string, role: MemberRole): Promise<Newcomer> => {
    const invitation = await client.call(createInvitation, { params: { organisationId }, body: { role } });
    return acceptAsNewcomer(system.url, invitation.code);
  };
  const { token } = await community.client.call(createAccessToken, {
    body: { name: 'terms', validDays: 365, organisationId: community.organisationId },
  });
  const reader = createClient({ baseUrl: system.url, headers: () => ({ Authorization: `Bearer ${token}` }) });
  const lotOf = async (path: string): Promise<LotView> => {
    const needId = path.split('/').at(-1) ?? '';
    const { items } = await reader.call(listLotsOfNeed, { params: { needId } });
    return reader.call(getLot, { params: { lotId: items[0]?.id ?? '' } });
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
    offer: (provider, title, yuan) =>
      eventually(async () => {
        const fen = yuan * 100;
        const draft = await provider.client.call(createPackage, {
          body: {
            title,
            description: `${title}：四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，三到六个月，配合移交。`,
            categories: ['property.custody'],
            price: { model: 'fixed', minFen: Math.round(fen * 0.5), maxFen: fen },
            capacity: 3,
            leadTimeDays: 2,
          },
        });
        await provider.client.call(publishPackage, { params: { packageId: draft.id }, ifMatch: draft.version });
        return title;
      }),
    async respond(provider, path, yuan) {
      const { id: lotId, components } = await lotOf(path);
      await provider.client.call(createResponse, {
        params: { lotId },
        body: {
          submit: true,
          plan: '另一份方案',
          components: components.map((code) => ({ code, amountFen: yuan * 100 })),
        },
      });
    },
    lotOf,
    unclaimed,
    colleague: (role) => invited(associationId, role),
  };
}
