import { getProviderExposure, listExposure } from '@duijie/contracts';
import { bind, requireReach, type BoundRoute } from '@duijie/service-kit';
import { daysAmortised } from '../keep-ledger';
import type { ExposureAccount } from '../exposure-account';
import type { ExposureRepository } from '../persistence/exposure.repository';

const nothing = (providerId: string): ExposureAccount => ({
  providerId,
  merit: 0,
  exposure: 0,
  meritPpm: 0,
  exposurePpm: 0,
  lists: 0,
  days: 0,
  owedPermille: 0,
  asOfDay: '',
});
const present = ({ providerId, meritPpm, exposurePpm, lists, days, owedPermille, asOfDay }: ExposureAccount) => ({
  providerId,
  meritPpm,
  exposurePpm,
  lists,
  days,
  owedPermille,
  asOfDay: asOfDay === '' ? null : asOfDay,
  daysAmortised,
});

/** The ledger of exposure: all of it for the association, its own line for a provider. */
export const exposureRoutes = (exposure: ExposureRepository): readonly BoundRoute[] => [
  bind(listExposure, async (_ctx, { query }) => {
    const page = await exposure.list(query);
    return { ...page, items: page.items.map((one) => ({ ...present(one), providerName: one.providerName })) };
  }),
  bind(getProviderExposure, async (ctx, { params }) => {
    const { organisationId } = params;
    requireReach(ctx, { organisationId, visible: false });
    return present((await exposure.find(ctx, organisationId)) ?? nothing(organisationId));
  }),
];
