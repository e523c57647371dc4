import { dealsRoutes } from '@duijie/contracts';
import { NotAllowed, type BoundRoute } from '@duijie/service-kit';
import type { LotRepository } from '../lots/persistence/lot.repository';
import { brokerOf } from './broker-of';
import { namedLots } from './guard-own-matter';
import type { OwnMatters } from './persistence/own-matter.read-model';

const writing: ReadonlySet<string> = new Set(
  [
    dealsRoutes.createResponse,
    dealsRoutes.changeResponse,
    dealsRoutes.submitResponse,
    dealsRoutes.withdrawResponse,
    dealsRoutes.addResponseDocument,
    dealsRoutes.removeResponseDocument,
  ].map(({ id }) => id),
);

/**
 * Nobody enters, replaces or takes back a sealed response in another's name: whoever types it would know it, and its
 * provider would not be told. What comes on paper is decided elsewhere and recorded.
 * @throws NotAllowed `on-behalf.sealed`
 */
export const guardSealed =
  (matters: Pick<OwnMatters, 'lotOf'>, lots: Pick<LotRepository, 'find'>) =>
  (route: BoundRoute): BoundRoute =>
    writing.has(route.contract.id)
      ? {
          ...route,
          async handle(ctx, input, prepared) {
            const params = input.params as Readonly<Record<string, unknown>>;
            const [named] = brokerOf(ctx) === null ? [] : namedLots({ params, body: {} });
            const lotId = named && (await matters.lotOf(ctx, ...named));
            const lot = lotId ? await lots.find(ctx, lotId) : null;
            if (lot?.terms.sealed)
              throw new NotAllowed({
                reason: 'on-behalf.sealed',
                detail: {
                  zh: '密封响应请由服务方本人提交；收到纸质密封件的，请按“线下（其他平台）已定”的方式办理并登记结果',
                  en: 'A sealed response is handed in by the provider itself; what comes sealed on paper is decided on paper, and the result recorded',
                },
              });
            return route.handle(ctx, input, prepared);
          },
        }
      : route;
