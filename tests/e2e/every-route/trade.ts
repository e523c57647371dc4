import {
  acceptAppointment,
  acceptMilestone,
  appointProvider,
  approveNeed,
  awardLot,
  closeResponses,
  confirmAgreement,
  createNeed,
  createPackage,
  createResponse,
  deliverMilestone,
  draftAgreement,
  getLot,
  listLotsOfNeed,
  modeTemplates,
  publishPackage,
  raiseObjection,
  signAgreement,
  submitNeed,
  type AgreementView,
  type NeedInput,
  type ObjectionView,
  type ResponseInput,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import type { Party } from '../people';
import type { Traders } from './traders';

interface Lot {
  readonly needId: string;
  readonly lotId: string;
}

/** Waits for what another service has not heard of yet; a refusal for good stays one. */
const soon = <T>(call: () => Promise<T>): Promise<T> => eventually(call, 10_000);

/**
 * Makes what the operations of deals and desk look for, by the ordinary routes: each call makes a new one, in the state
 * that its name says.
 */
export async function createTrade(traders: Traders) {
  const { administrator, community, officer, place, provider, rival } = traders;

  // A contest whose responses the poster may close at any time, and whose result is posted.
  await administrator.client.call(modeTemplates.add, {
    body: {
      jurisdiction: { code: place.districtCode, zh: place.district },
      validFrom: null,
      source: null,
      status: 'example',
      evidence: null,
      retired: false,
      mode: 'open_call',
      zh: '公开征集（随时截止）',
      en: 'Open call, closed by hand',
      responseDays: null,
      enquiryDays: 0,
      noticeDays: 5,
      leastResponses: 1,
      sealed: false,
      evaluation: 'choice',
      bandAboveFen: null,
      bandUpToFen: null,
    },
  });

  async function packageOf(party: Party, title = '应急托管'): Promise<string> {
    const draft = await party.client.call(createPackage, {
      body: {
        title,
        description: '弃管小区应急物业托管：四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，配合移交。',
        categories: ['property.custody'],
        price: { model: 'fixed', minFen: 8_000_000, maxFen: 45_000_000 },
        capacity: 100,
        leadTimeDays: 2,
      },
    });
    await party.client.call(publishPackage, { params: { packageId: draft.id }, ifMatch: draft.version });
    return draft.id;
  }
  const packages = new Map<Party, string>();
  for (const party of [provider, rival]) packages.set(party, await packageOf(party));
  const packageIdOf = (party: Party): string => packages.get(party) ?? '';

  const draftNeed = (by: Party, more: NeedInput = {}) =>
    by.client.call(createNeed, {
      body: {
        description: '物业连夜撤走了，电梯停运，垃圾没人收，想请一家公司马上接管几个月。',
        window: { start: null, end: null },
        money: { kind: 'range', minFen: 9_000_000, maxFen: 20_000_000 },
        components: ['property.custody'],
        funding: 'community_fund',
        decisionBasis: { kind: 'council_resolution', decidedOn: '2026-01-05', attachmentId: null, note: '议事会决议' },
        mode: 'direct',
        ...more,
      },
    });
  async function publishedNeed(by: Party = community, more: NeedInput = {}): Promise<string> {
    const draft = await draftNeed(by, more);
    const need = await by.client.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
    if (need.state === 'submitted')
      await officer.client.call(approveNeed, { params: { needId: need.id }, ifMatch: need.version });
    return need.id;
  }
  async function lot(mode: NonNullable<NeedInput['mode']>, more: NeedInput = {}): Promise<Lot> {
    const needId = await publishedNeed(community, { mode, ...more });
    return soon(async () => {
      const { items } = await community.client.call(listLotsOfNeed, { params: { needId } });
      if (items[0]?.state !== 'open') throw new Error('the lot is not open yet');
      return { needId, lotId: items[0].id };
    });
  }
  const versionOf = async (lotId: string): Promise<number> =>
    (await community.client.call(getLot, { params: { lotId } })).version;

  const free: NeedInput = { money: { kind: 'none' }, funding: 'none' };
  const respond = (lotId: string, who: Party, body: Partial<ResponseInput> & { submit?: boolean } = {}) =>
    soon(() =>
      who.client.call(createResponse, {
        params: { lotId },
        body: { submit: true, packageId: packages.get(who) ?? null, ...body },
      }),
    );
  const offer = (amountFen: number) => ({
    plan: '四十八小时内进场',
    components: [{ code: 'property.custody', organisationId: null, amountFen }],
  });

  async function claimed(): Promise<Lot & { readonly responseId: string; readonly version: number }> {
    const one = await lot('claim', free);
    const { id, version } = await respond(one.lotId, provider);
    return { ...one, responseId: id, version };
  }
  async function awarded(): Promise<Lot & { readonly responseId: string; readonly awardId: string }> {
    const { version: _version, ...one } = await claimed();
    const award = await community.client.call(awardLot, {
      params: { lotId: one.lotId },
      ifMatch: await versionOf(one.lotId),
      body: { responseId: one.responseId },
    });
    return { ...one, awardId: award.id };
  }

  /** The rival and the provider have responded, and the poster is to decide. */
  async function deciding() {
    const one = await lot('open_call');
    const ours = await respond(one.lotId, provider, offer(15_000_000));
    const theirs = await respond(one.lotId, rival, offer(14_000_000));
    await community.client.call(closeResponses, {
      params: { lotId: one.lotId },
      ifMatch: await versionOf(one.lotId),
    });
    return { ...one, responseId: ours.id, rivalResponseId: theirs.id };
  }
  /** The rival has won, and the result is posted. */
  async function posted() {
    const one = await deciding();
    const award = await community.client.call(awardLot, {
      params: { lotId: one.lotId },
      ifMatch: await versionOf(one.lotId),
      body: { responseId: one.rivalResponseId, reason: '报价较低，进场最快' },
    });
    return { ...one, awardId: award.id };
  }
  /** The provider asks about the result, or objects to it. */
  async function objection(formal: boolean): Promise<ObjectionView & Lot> {
    const { needId, lotId } = await posted();
    const one = await provider.client.call(raiseObjection, {
      params: { lotId },
      body: { text: '请说明评分依据', formal },
    });
    return { ...one, needId, lotId };
  }

  /** The provider is asked directly. */
  async function requested() {
    const one = await lot('direct');
    const { appointment } = await soon(async () =>
      community.client.call(appointProvider, {
        params: { lotId: one.lotId },
        ifMatch: await versionOf(one.lotId),
        body: {
          organisationId: provider.organisationId,
          packageId: packageIdOf(provider),
          amountFen: 12_000_000,
        },
      }),
    );
    if (!appointment) throw new Error('no request');
    return { ...one, appointment };
  }
  /** Recorded as decided elsewhere, for the provider. */
  async function recorded() {
    const one = await lot('recorded', { modeReason: '街道平台已完成比选' });
    const { award } = await soon(async () =>
      community.client.call(appointProvider, {
        params: { lotId: one.lotId },
        ifMatch: await versionOf(one.lotId),
        body: {
          organisationId: provider.organisationId,
          packageId: packageIdOf(provider),
          amountFen: 11_000_000,
          documentNote: '街办〔2026〕15 号',
        },
      }),
    );
    return { ...one, awardId: award?.id ?? '' };
  }

  /** On paper: money flows. */
  async function drafted(): Promise<AgreementView> {
    const { appointment, lotId } = await requested();
    await provider.client.call(acceptAppointment, {
      params: { appointmentId: appointment.id },
      ifMatch: appointment.version,
      body: {},
    });
    const { award } = await community.client.call(getLot, { params: { lotId } });
    return community.client.call(draftAgreement, { body: { awardId: award?.id ?? '' } });
  }
  async function signed(): Promise<AgreementView> {
    const draft = await drafted();
    return community.client.call(signAgreement, {
      params: { agreementId: draft.id },
      ifMatch: draft.version,
      body: { signedOn: '2026-11-20' },
      file: { name: '协议.pdf', content: Buffer.from('%PDF-1.4 stamped') },
    });
  }
  /** Without money: a tap a side signs it. */
  async function lightDraft(): Promise<AgreementView> {
    const { awardId } = await awarded();
    return community.client.call(draftAgreement, { body: { awardId } });
  }
  async function lightlySigned(): Promise<AgreementView> {
    const draft = await lightDraft();
    const params = { agreementId: draft.id };
    const mine = await community.client.call(confirmAgreement, { params, ifMatch: draft.version });
    return provider.client.call(confirmAgreement, { params, ifMatch: mine.version });
  }
  async function delivered(): Promise<AgreementView & { readonly milestoneId: string }> {
    const agreement = await lightlySigned();
    const milestoneId = agreement.milestones[0]?.id ?? '';
    const now = await provider.client.call(deliverMilestone, {
      params: { agreementId: agreement.id, milestoneId },
      ifMatch: agreement.version,
      body: { note: '已完成' },
    });
    return { ...now, milestoneId };
  }
  async function completed(): Promise<AgreementView> {
    const { id: agreementId, milestoneId, version } = await delivered();
    const now = await community.client.call(acceptMilestone, {
      params: { agreementId, milestoneId },
      ifMatch: version,
      body: { conclusion: '符合约定，验收通过' },
    });
    if (now.state !== 'completed') throw new Error(`the agreement is ${now.state}`);
    return now;
  }

  return {
    ...traders,
    free,
    packageOf,
    packageIdOf,
    draftNeed,
    publishedNeed,
    lot,
    versionOf,
    respond,
    claimed,
    awarded,
    deciding,
    posted,
    objection,
    requested,
    recorded,
    drafted,
    signed,
    lightDraft,
    lightlySigned,
    delivered,
    completed,
    soon,
  };
}
export type Trade = Awaited<ReturnType<typeof createTrade>>;
