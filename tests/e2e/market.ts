import { createClient, type Client } from '@duijie/api-client';
import {
  acceptMilestone,
  approveNeed,
  type agreementTerms,
  confirmAgreement,
  createAccessToken,
  createInvitation,
  createNeed,
  createPackage,
  deliverMilestone,
  draftAgreement,
  getAgreement,
  getLot,
  getMe,
  listDistricts,
  listLotsOfNeed,
  publishPackage,
  signAgreement,
  submitNeed,
  type AgreementView,
  type LotState,
  type LotView,
  type NeedInput,
  type OrganisationKind,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import type { z } from 'zod';
import { acceptAsNewcomer, aCommunityOf, administratorOf, aMemberOf, type SignedIn } from './people';
import type { RunningSystem } from './running-system';

type AgreementTermsInput = z.input<typeof agreementTerms>;

/** Somebody who acts for an organisation by an access token, which outlives a clock that is moved by months. */
export interface Party {
  readonly client: Client;
  readonly organisationId: string;
  readonly name: string;
  /** The token, for calls without the client. */
  readonly token: string;
}
/** A provider with one published package. */
export interface Provider extends Party {
  readonly packageId: string;
}

/** Turns a session into a token of a year. */
async function lasting(url: string, one: SignedIn, organisationId: string, name: string): Promise<Party> {
  const { token } = await one.client.call(createAccessToken, { body: { name: 'e2e', validDays: 365, organisationId } });
  const headers = () => ({ Authorization: `Bearer ${token}`, 'X-Organisation': organisationId });
  return { client: createClient({ baseUrl: url, validate: true, headers }), organisationId, name, token };
}

/** A broker, a community and providers of one city, and hands to trade with. */
export async function openMarket(system: RunningSystem) {
  const administrator = await administratorOf(system);
  const { items: districts } = await administrator.client.call(listDistricts);
  const [first] = districts.filter((d) => !d.managing);
  const district = first?.name ?? '';
  const member = await aCommunityOf(system.url, administrator.client, district);
  const community = await lasting(system.url, member, member.organisationId, '社区');

  const me = await administrator.client.call(getMe);
  const associationId = me.organisations[0]?.organisationId ?? '';
  const invitation = await administrator.client.call(createInvitation, {
    params: { organisationId: associationId },
    body: { role: 'broker' },
  });
  const staff = await acceptAsNewcomer(system.url, invitation.code);
  const broker = await lasting(system.url, staff, associationId, '协会');

  async function aProvider(
    name: string,
    { kind = 'property_firm', capacity = 3 }: { readonly kind?: OrganisationKind; readonly capacity?: number } = {},
  ): Promise<Provider> {
    const signedIn = await aMemberOf(system.url, administrator.client, kind, name, district);
    const party = await lasting(system.url, signedIn, signedIn.organisationId, name);
    const packageId = await eventually(async () => {
      const draft = await party.client.call(createPackage, {
        body: {
          title: `${name}应急托管`,
          description:
            '弃管小区应急物业托管：四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，三到六个月，配合移交。',
          categories: ['property.custody'],
          price: { model: 'fixed', minFen: 8_000_000, maxFen: 45_000_000 },
          capacity,
          leadTimeDays: 2,
        },
      });
      return (await party.client.call(publishPackage, { params: { packageId: draft.id }, ifMatch: draft.version })).id;
    });
    return { ...party, packageId };
  }

  /** Posts and publishes a need, and waits until its lot has `state`. */
  async function post(mode: NonNullable<NeedInput['mode']>, more: NeedInput = {}, state: LotState = 'open') {
    const draft = await community.client.call(createNeed, {
      body: {
        description: '物业连夜撤走了，电梯停运，垃圾没人收，想请一家公司马上接管几个月。',
        window: { start: null, end: null },
        money: { kind: 'range', minFen: 9_000_000, maxFen: 20_000_000 },
        components: ['property.custody'],
        funding: 'community_fund',
        decisionBasis: { kind: 'council_resolution', decidedOn: '2026-01-05', attachmentId: null, note: '议事会决议' },
        mode,
        ...more,
      },
    });
    const need = await community.client.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
    if (need.state === 'submitted')
      await broker.client.call(approveNeed, { params: { needId: need.id }, ifMatch: need.version });
    const lot = await eventually(async () => {
      const { items } = await community.client.call(listLotsOfNeed, { params: { needId: need.id } });
      const [one] = items;
      if (!one || one.state !== state) throw new Error(`the lot is ${one?.state ?? 'not there'}, not ${state}`);
      return one;
    });
    return { needId: need.id, lotId: lot.id };
  }
  const lotNow = (lotId: string): Promise<LotView> => community.client.call(getLot, { params: { lotId } });
  const lotIn = (lotId: string, state: LotState): Promise<LotView> =>
    eventually(async () => {
      const lot = await lotNow(lotId);
      if (lot.state !== state) throw new Error(`the lot is ${lot.state}, not ${state}`);
      return lot;
    }, 15_000);

  const agreementNow = (one: Party, agreementId: string): Promise<AgreementView> =>
    one.client.call(getAgreement, { params: { agreementId } });

  /** Records a stamped scan for a paper agreement, as the console's upload does. */
  async function sign(agreement: AgreementView, signedOn: string): Promise<AgreementView> {
    return community.client.call(signAgreement, {
      params: { agreementId: agreement.id },
      ifMatch: agreement.version,
      body: { signedOn },
      file: { name: '协议.pdf', content: Buffer.from('%PDF-1.4 stamped') },
    });
  }

  /** From an effective award to a signed agreement: light ones by a tap a side, others by the stamped scan. */
  async function agree(
    lotId: string,
    provider: Party,
    signedOn: string,
    terms: AgreementTermsInput = {},
  ): Promise<AgreementView> {
    const { award } = await lotNow(lotId);
    const draft = await community.client.call(draftAgreement, { body: { awardId: award?.id ?? '', terms } });
    if (draft.form === 'paper') return sign(draft, signedOn);
    const mine = await community.client.call(confirmAgreement, {
      params: { agreementId: draft.id },
      ifMatch: draft.version,
    });
    return provider.client.call(confirmAgreement, { params: { agreementId: draft.id }, ifMatch: mine.version });
  }

  /** Delivers and accepts every milestone, so that the agreement completes. */
  async function carryOut(agreement: AgreementView, provider: Party): Promise<AgreementView> {
    let now = agreement;
    for (const milestone of agreement.milestones) {
      const params = { agreementId: agreement.id, milestoneId: milestone.id };
      now = await provider.client.call(deliverMilestone, {
        params,
        ifMatch: now.version,
        body: { note: '已完成' },
      });
      const last = milestone.id === agreement.milestones.at(-1)?.id;
      now = await community.client.call(acceptMilestone, {
        params,
        ifMatch: now.version,
        body: {
          ...(last ? { conclusion: '符合约定，验收通过' } : {}),
          ...(last && now.fundProject
            ? { scores: [{ criterion: '服务质量', score: 92, outOf: 100 }], supervisors: ['李监督'] }
            : {}),
        },
      });
    }
    return now;
  }

  return {
    administrator: administrator.client,
    broker,
    community,
    district,
    aProvider,
    post,
    lotNow,
    lotIn,
    agreementNow,
    agree,
    carryOut,
  };
}
export type Market = Awaited<ReturnType<typeof openMarket>>;
