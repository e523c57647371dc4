import { ProblemError, type Client } from '@duijie/api-client';
import {
  acceptAppointment,
  acceptMilestone,
  answerIntroduction,
  appointProvider,
  awardLot,
  changeOrganisation,
  closeResponses,
  confirmAgreement,
  createNeed,
  createResponse,
  deliverMilestone,
  draftAgreement,
  getLot,
  getOrganisation,
  introduce,
  listAppointments,
  listLotResponses,
  listLotsOfNeed,
  listReceivedIntroductions,
  signAgreement,
  submitNeed,
  type AgreementTerms,
  type AgreementView,
  type LotSummary,
  type LotView,
  type NeedInput,
  type NeedView,
  type ResponseAck,
} from '@duijie/contracts';
import { CommandFailed } from '../terminal/command-failed';

/** Where the stories of the demo take place. Organisations, packages and needs go by their ids in the set. */
export interface Cast {
  /** The association's own client. */
  readonly association: Client;
  /** A client that acts on behalf of an organisation, asked to by phone. @param organisationId id of the product */
  readonly onBehalfOf: (organisationId: string) => Client;
  /** A client of a member of a provider: the association acts for one side of a deal at most. @param organisationId id of the product */
  readonly memberOf: (organisationId: string) => Client;
  readonly organisations: ReadonlyMap<string, string>;
  readonly packages: ReadonlyMap<string, { readonly id: string; readonly providerId: string }>;
  readonly needs: ReadonlyMap<string, { readonly id: string; readonly posterId: string }>;
  /** Today in China. */
  readonly today: string;
}
/** A lot with whoever plays around it. */
export interface Play {
  readonly needId: string;
  readonly lotId: string;
  readonly poster: Client;
}
/** A provider's price for each component of a lot, in yuan; null where no price counts. */
export type Prices = readonly (readonly [leaf: string, yuan: number])[] | null;

const catchUpMs = 15_000;
const pauseMs = 60;

/** Waits for what another service learns by event a moment later. */
async function eventually<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + catchUpMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > end)
      throw new CommandFailed({ zh: `示例没有等到：${what}`, en: `The demo waited in vain: ${what}` });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
const scan = { name: '盖章扫描件.pdf', content: new TextEncoder().encode('%PDF-1.4 demo') };

/** The hands by which the demo's people deal with each other: each is one or two calls of the product's own API. */
export function createStage(cast: Cast) {
  const clients = new Map<string, Client>();
  const as = (organisationId: string): Client => {
    const client = clients.get(organisationId) ?? cast.onBehalfOf(organisationId);
    clients.set(organisationId, client);
    return client;
  };
  const offer = (packageId: string) => {
    const found = cast.packages.get(packageId);
    if (!found) throw new Error(`The sample city has no package ${packageId}`);
    return { ...found, provider: cast.memberOf(found.providerId) };
  };
  const firstLot = (needId: string): Promise<LotSummary> =>
    eventually(`lot of ${needId}`, async () => {
      const { items } = await cast.association.call(listLotsOfNeed, { params: { needId } });
      return items[0];
    });
  const lotNow = ({ lotId }: Play): Promise<LotView> => cast.association.call(getLot, { params: { lotId } });

  return {
    cast,
    as,
    offer,
    lotNow,
    /** The play about a need of the set. */
    async about(need: string): Promise<Play> {
      const found = cast.needs.get(need);
      if (!found) throw new Error(`The sample city has no need ${need}`);
      return { needId: found.id, lotId: (await firstLot(found.id)).id, poster: as(found.posterId) };
    },
    /** Drafts a need that the set does not have. */
    draft: (posterId: string, body: NeedInput): Promise<NeedView> => as(posterId).call(createNeed, { body }),
    submit: (posterId: string, need: NeedView): Promise<NeedView> =>
      as(posterId).call(submitNeed, { params: { needId: need.id }, ifMatch: need.version }),
    async lotOf(posterId: string, need: NeedView): Promise<Play> {
      return { needId: need.id, lotId: (await firstLot(need.id)).id, poster: as(posterId) };
    },
    /** Introduces providers by the association; those of `answers` answer by one tap. */
    async introduced(
      { needId }: Play,
      packageIds: readonly string[],
      answers: Readonly<Record<string, 'interested' | 'declined'>> = {},
    ): Promise<void> {
      const offers = packageIds.map((id) => ({ key: id, ...offer(id) }));
      await eventually(`introductions to ${needId}`, () =>
        cast.association
          .call(introduce, {
            body: { needId, providers: offers.map(({ id, providerId }) => ({ providerId, packageId: id })) },
          })
          .catch((error: unknown) => (isNotThere(error) ? null : Promise.reject(error as Error))),
      );
      for (const { key, provider } of offers) {
        const answer = answers[key];
        if (!answer) continue;
        const { items } = await provider.call(listReceivedIntroductions);
        const mine = items.find((one) => one.needId === needId);
        if (mine)
          await provider.call(answerIntroduction, {
            params: { introductionId: mine.id },
            ifMatch: mine.version,
            body: { answer },
          });
      }
    },
    /** Puts a qualification on a provider's record, as it asked the association to. */
    async certified(packageId: string, name: string): Promise<void> {
      const params = { organisationId: offer(packageId).providerId };
      const { qualifications, version } = await cast.association.call(getOrganisation, { params });
      if (qualifications.some((held) => held.name === name)) return;
      const body = { qualifications: [...qualifications, { name, expiresOn: null }] };
      await cast.association.call(changeOrganisation, { params, ifMatch: version, body });
    },
    /** Responds with a package; an invitation or a qualification that deals has not heard of yet is waited for. */
    respond({ lotId }: Play, packageId: string, prices: Prices, submit = true): Promise<ResponseAck> {
      const { id, provider } = offer(packageId);
      return eventually(`response of ${packageId}`, () =>
        provider
          .call(createResponse, {
            params: { lotId },
            body: {
              submit,
              packageId: id,
              plan: '先入户摸底，再分阶段实施，每月向社区公开进度。',
              ...(prices ? { components: prices.map(([code, yuan]) => ({ code, amountFen: yuan * 100 })) } : {}),
            },
          })
          .catch((error: unknown) => (isNotThere(error) ? null : Promise.reject(error as Error))),
      );
    },
    /** Versions of a lot's responses as they stand. */
    async responseVersions({ lotId }: Play): Promise<ReadonlyMap<string, number>> {
      const { items } = await cast.association.call(listLotResponses, { params: { lotId } });
      return new Map(items.map(({ id, version }) => [id, version]));
    },
    async close(play: Play): Promise<void> {
      const { version } = await lotNow(play);
      await play.poster.call(closeResponses, { params: { lotId: play.lotId }, ifMatch: version });
    },
    async award(play: Play, responseId: string, reason?: string): Promise<string> {
      const { version } = await lotNow(play);
      const { id } = await play.poster.call(awardLot, {
        params: { lotId: play.lotId },
        ifMatch: version,
        body: { responseId, ...(reason ? { reason } : {}) },
      });
      return id;
    },
    /** Asks one provider directly, or appoints it where the mode says so. */
    async appoint(
      play: Play,
      packageId: string,
      yuan: number | null,
      more: { readonly reason?: string; readonly documentNote?: string } = {},
    ): Promise<void> {
      const { id, providerId } = offer(packageId);
      const { version } = await lotNow(play);
      await play.poster.call(appointProvider, {
        params: { lotId: play.lotId },
        ifMatch: version,
        body: { organisationId: providerId, packageId: id, amountFen: yuan === null ? null : yuan * 100, ...more },
      });
    },
    async waitingRequest({ lotId }: Play, packageId: string) {
      const { items } = await offer(packageId).provider.call(listAppointments, { query: { state: 'waiting' } });
      const request = items.find((one) => one.lotId === lotId);
      if (!request) throw new Error(`${packageId} was not asked about ${lotId}`);
      return request;
    },
    async accept(play: Play, packageId: string): Promise<void> {
      const { id, version } = await this.waitingRequest(play, packageId);
      await offer(packageId).provider.call(acceptAppointment, {
        params: { appointmentId: id },
        ifMatch: version,
        body: {},
      });
    },
    async agreement(play: Play, terms: AgreementTerms = {}): Promise<AgreementView> {
      const { award } = await lotNow(play);
      return play.poster.call(draftAgreement, { body: { awardId: award?.id ?? '', terms } });
    },
    /** Signed on paper where money flows, else by a tap a side. */
    async sign(play: Play, packageId: string, draft: AgreementView, signedOn: string): Promise<AgreementView> {
      const params = { agreementId: draft.id };
      if (draft.form === 'paper')
        return play.poster.call(signAgreement, { params, ifMatch: draft.version, body: { signedOn }, file: scan });
      const mine = await play.poster.call(confirmAgreement, { params, ifMatch: draft.version });
      return offer(packageId).provider.call(confirmAgreement, { params, ifMatch: mine.version });
    },
    deliver(packageId: string, agreement: AgreementView, at: number): Promise<AgreementView> {
      return offer(packageId).provider.call(deliverMilestone, {
        params: { agreementId: agreement.id, milestoneId: agreement.milestones[at]?.id ?? '' },
        ifMatch: agreement.version,
        body: { note: '已完成，记录见附件' },
      });
    },
    /** The last one is accepted with an overall conclusion, that of a fund project with its sheet. */
    acceptDelivery({ poster }: Play, agreement: AgreementView, at: number): Promise<AgreementView> {
      const last = at === agreement.milestones.length - 1;
      return poster.call(acceptMilestone, {
        params: { agreementId: agreement.id, milestoneId: agreement.milestones[at]?.id ?? '' },
        ifMatch: agreement.version,
        body: {
          ...(last ? { conclusion: '按约定完成，居民认可，验收通过' } : {}),
          ...(last && agreement.fundProject
            ? {
                scores: [
                  { criterion: '完成情况', score: 36, outOf: 40 },
                  { criterion: '居民满意', score: 55, outOf: 60 },
                ],
                supervisors: ['监委会·张', '监委会·李'],
              }
            : {}),
        },
      });
    },
  };
}
export type Stage = ReturnType<typeof createStage>;

/** What another service has not told yet: a need, a lot, an invitation that is on its way. */
const isNotThere = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.status === 404 ||
    error.reason === 'response.not-invited' ||
    error.problem.errors?.some(({ pointer }) => pointer.endsWith('/organisationId')) === true);
