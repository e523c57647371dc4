import { dealsRoutes } from '@duijie/contracts';
import { actingForOf, NotAllowed, type BoundRoute, type Context, type Refusal } from '@duijie/service-kit';
import { brokerOf, ownMatter } from './broker-of';
import { lotKeys, type LotKey, type OtherStep, type OwnMatters } from './persistence/own-matter.read-model';

type Named = Readonly<Record<string, unknown>>;
interface Input {
  readonly params: Named;
  readonly body: Named;
}

const bothSides = (): Refusal =>
  new NotAllowed({
    reason: 'on-behalf.both-sides',
    detail: {
      zh: '对方这一步也是由贵协会代办的，不能再代本方办理：请由本人办理，或凭盖章、签字的纸质文件登记（上传扫描件）',
      en: 'Your association took this step for the other side: this side acts itself, or record the signed paper with its scan',
    },
  });

/** Steps that answer one of the other side. The scan of what was signed on paper stands for whoever signed it. */
function answeredBy(routeId: string, { params, body }: Input, organisationId: string): OtherStep | null {
  switch (routeId) {
    case dealsRoutes.acceptAppointment.id: {
      const aggregateId = String(params['appointmentId']);
      return { aggregateId, actions: ['appointment.asked'], organisationId, where: null, since: null };
    }
    case dealsRoutes.confirmAgreement.id: {
      const actions = ['agreement.confirmed', 'agreement.drafted'];
      const where = { path: '$.confirmed', value: 'true' } as const;
      const aggregateId = String(params['agreementId']);
      return { aggregateId, actions, organisationId, where, since: 'agreement.draft-changed' };
    }
    case dealsRoutes.acceptMilestone.id: {
      const { fileIds } = body;
      if (Array.isArray(fileIds) && fileIds.length > 0) return null;
      const where = { path: '$.milestoneId', value: String(params['milestoneId']) } as const;
      const aggregateId = String(params['agreementId']);
      return { aggregateId, actions: ['milestone.delivered'], organisationId, where, since: null };
    }
    default:
      return null;
  }
}

/** @returns what a call names whose lot is known, the most particular first */
export const namedLots = ({ params, body }: Input): readonly (readonly [LotKey, string])[] =>
  lotKeys.toReversed().flatMap((key) => {
    const value = params[key] ?? body[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });

/**
 * The conflict wall of whoever acts on behalf of others (代办): an association that posted a lot, competes for it, supplies
 * it or would be chosen by the call changes nothing there in another's name; nor does it take the steps of both sides.
 * Asked before every call that changes something.
 * @throws NotAllowed `on-behalf.own-matter`, `on-behalf.both-sides`
 * @see DOMAIN.md, conflict wall
 */
export const guardOwnMatter =
  (matters: OwnMatters) =>
  (route: BoundRoute): BoundRoute => {
    const { contract, handle } = route;
    if (contract.method === 'GET') return route;
    async function requireOutside(ctx: Context, input: Input, brokerId: string): Promise<void> {
      if (input.body['organisationId'] === brokerId) throw ownMatter();
      const [named] = namedLots(input);
      const lotId = named && (await matters.lotOf(ctx, ...named));
      if (lotId && (await matters.concerns(ctx, lotId, brokerId))) throw ownMatter();
      const step = answeredBy(contract.id, input, actingForOf(ctx).organisationId);
      if (step && (await matters.lastBroker(ctx, step)) === brokerId) throw bothSides();
    }
    return {
      ...route,
      async handle(ctx, input, prepared) {
        const brokerId = brokerOf(ctx);
        if (brokerId !== null)
          await requireOutside(ctx, { params: input.params as Named, body: (input.body ?? {}) as Named }, brokerId);
        return handle(ctx, input, prepared);
      },
    };
  };
