import type { Answer } from '@duijie/api-client';
import {
  acceptMilestone,
  awardLot,
  createResponse,
  deliverMilestone,
  draftAgreement,
  getDecisionSheet,
  getPackageCapacity,
  signAgreement,
  writeReview,
  type AgreementView,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import type { Market, Provider } from '../e2e/market';

/** What happens between the publication of a need and the review of its work, in this order. */
export const stepNames = ['respond', 'open', 'award', 'take effect', 'sign', 'deliver', 'accept', 'review'] as const;
export type StepName = (typeof stepNames)[number];

/** One thing that a service does, once. */
export interface Step {
  /** Found in the SQL of its transaction and of no other. */
  readonly transaction: readonly string[];
  /** Found in the name of a queue and one of its events, as JSON. */
  readonly event: readonly string[];
  /**
   * What makes it happen. A `create` has an Idempotency-Key and a `change` its If-Match, the same in every repetition; what
   * is `due` the service does by itself from that time on.
   */
  readonly by:
    | { readonly kind: 'create' | 'change'; readonly call: () => Promise<Answer<unknown>> }
    | { readonly kind: 'due'; readonly atMs: number };
}

/** An open call of one lot, gone step by step, so that it can be watched and broken off anywhere. */
export interface Journey {
  readonly needId: string;
  readonly lotId: string;
  readonly winner: Provider;
  readonly agreementId: () => string;
  /** Makes ready what the step needs. @returns the step, which has not been done */
  readonly prepare: (name: StepName) => Promise<Step>;
}

/** @param winner provider who responds, is awarded and delivers @param rivals two more, who respond @param today as the system has it */
export async function beginJourney(
  market: Market,
  winner: Provider,
  rivals: readonly Provider[],
  today: () => string,
): Promise<Journey> {
  const { community } = market;
  const { needId, lotId } = await market.post('open_call', {
    money: { kind: 'range', minFen: 30_000_000, maxFen: 60_000_000 },
  });
  for (const { client, packageId } of [winner, ...rivals])
    await eventually(() => client.call(getPackageCapacity, { params: { packageId } }));
  let agreement: AgreementView | undefined;
  const agreed = (): AgreementView => {
    if (!agreement) throw new Error('There is no agreement yet');
    return agreement;
  };
  const agreementNow = async (): Promise<AgreementView> =>
    (agreement = await market.agreementNow(community, agreed().id));
  const milestone = (): { readonly agreementId: string; readonly milestoneId: string } => ({
    agreementId: agreed().id,
    milestoneId: agreed().milestones[0]?.id ?? '',
  });
  const responseOf = ({ packageId }: Provider, amountFen: number) => ({
    params: { lotId },
    body: { packageId, plan: '四十八小时进场', components: [{ code: 'property.custody', amountFen }], submit: true },
    idempotencyKey: randomUUID(),
  });
  const lotEvent = (queue: string, state: string): string[] => [queue, 'lot.changed.v1', lotId, `"state":"${state}"`];

  const steps: Readonly<Record<StepName, () => Promise<Step>>> = {
    async respond() {
      const input = responseOf(winner, 50_000_000);
      return {
        transaction: ['INSERT INTO response (', lotId, winner.organisationId],
        event: ['events-desk', 'lot.changed.v1', lotId, '"responseCount":1'],
        by: { kind: 'create', call: () => winner.client.callWithMeta(createResponse, input) },
      };
    },
    async open() {
      for (const [i, one] of rivals.entries())
        await one.client.call(createResponse, responseOf(one, 51_000_000 + i * 1_000_000));
      const { responsesDueAt } = await market.lotNow(lotId);
      return {
        transaction: ['INSERT INTO lot_opening', lotId],
        event: lotEvent('events-needs', 'deciding'),
        by: { kind: 'due', atMs: Date.parse(responsesDueAt ?? '') },
      };
    },
    async award() {
      const sheet = await community.client.call(getDecisionSheet, { params: { lotId } });
      const isWinner = (organisationId: string): boolean => organisationId === winner.organisationId;
      const body = {
        responseId: sheet.candidates.find((one) => isWinner(one.organisationId))?.responseId ?? '',
        reason: '综合评分第一',
        scoring: {
          criteria: [{ name: '综合', weight: 100 }],
          scores: sheet.candidates.map(({ responseId, organisationId }) => ({
            responseId,
            scores: [isWinner(organisationId) ? 90 : 70],
          })),
        },
      };
      const input = { params: { lotId }, ifMatch: sheet.version, body };
      return {
        transaction: ['INSERT INTO award (', lotId],
        event: ['events-matcher', 'response.changed.v1', lotId, '"state":"awarded"'],
        by: { kind: 'change', call: () => community.client.callWithMeta(awardLot, input) },
      };
    },
    async 'take effect'() {
      const { award } = await market.lotNow(lotId);
      return {
        transaction: ['award.took-effect', lotId],
        event: lotEvent('events-desk', 'effective'),
        by: { kind: 'due', atMs: Date.parse(award?.noticeUntil ?? '') },
      };
    },
    async sign() {
      const { award } = await market.lotNow(lotId);
      agreement = await community.client.call(draftAgreement, { body: { awardId: award?.id ?? '', terms: {} } });
      const input = {
        params: { agreementId: agreement.id },
        ifMatch: agreement.version,
        body: { signedOn: today() },
        file: { name: '协议.pdf', content: Buffer.from('%PDF-1.4 stamped') },
      };
      return {
        transaction: ['agreement.signed', agreement.id],
        event: lotEvent('events-matcher', 'in_delivery'),
        by: { kind: 'change', call: () => community.client.callWithMeta(signAgreement, input) },
      };
    },
    async deliver() {
      const { version, id } = await agreementNow();
      const input = { params: milestone(), ifMatch: version, body: { note: '已完成' } };
      return {
        transaction: ['milestone.delivered', id],
        event: ['events-desk', 'agreement.changed.v1', id, '"state":"delivered"'],
        by: { kind: 'change', call: () => winner.client.callWithMeta(deliverMilestone, input) },
      };
    },
    async accept() {
      const { version, id } = await agreementNow();
      const body = {
        conclusion: '符合约定，验收通过',
        scores: [{ criterion: '服务质量', score: 92, outOf: 100 }],
        supervisors: ['李监督', '赵监督'],
      };
      const input = { params: milestone(), ifMatch: version, body };
      return {
        transaction: ['agreement.completed', id],
        event: lotEvent('events-needs', 'completed'),
        by: { kind: 'change', call: () => community.client.callWithMeta(acceptMilestone, input) },
      };
    },
    async review() {
      const { id } = agreed();
      const input = {
        params: { agreementId: id },
        body: { rating: 5, text: '进场快，移交清楚' },
        idempotencyKey: randomUUID(),
      };
      return {
        transaction: ['review.published.v1', id],
        event: ['events-offers', 'record.changed.v1', winner.organisationId, '"ratingCount":1'],
        by: { kind: 'create', call: () => community.client.callWithMeta(writeReview, input) },
      };
    },
  };
  return {
    needId,
    lotId,
    winner,
    agreementId: () => agreed().id,
    prepare: (name) => steps[name](),
  };
}
