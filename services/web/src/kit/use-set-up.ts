import { getOrganisation, getSetUp, getTaxonomy, modeTemplates, screeningRules } from '@duijie/contracts';
import { useCall } from '../api/use-call';
import { useSession } from '../session/session';

/** In the order in which an association settles them. */
export const setUpSteps = ['name', 'districts', 'cores', 'screening', 'modes', 'letterhead', 'seal'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Name that the first start gives, until the association enters its own. */
const unnamed = /待命名/;
const isExample = ({ status, retired }: { readonly status: string; readonly retired: boolean }): boolean =>
  status === 'example' && !retired;

/** @returns how much of each step is still missing, and in all; null until it is known, and for all but administrators of an association */
export function useSetUp() {
  const { me } = useSession();
  const acting = me?.actingFor;
  const enabled = acting?.kind === 'association' && acting.role === 'administrator';
  const own = useCall(getOrganisation, { params: { organisationId: acting?.organisationId ?? '' } }, { enabled });
  const setUp = useCall(getSetUp, {}, { enabled });
  const taxonomy = useCall(getTaxonomy, {}, { enabled });
  const screening = useCall(screeningRules.list, {}, { enabled });
  const modes = useCall(modeTemplates.list, {}, { enabled });
  const error = own.error ?? setUp.error ?? taxonomy.error ?? screening.error ?? modes.error;
  if (!own.data || !setUp.data || !taxonomy.data || !screening.data || !modes.data)
    return { missing: null, total: null, error, enabled };
  const missing: Readonly<Record<SetUpStep, number>> = {
    name: unnamed.test(own.data.name) ? 1 : 0,
    districts: setUp.data.districts.length === 0 ? 1 : 0,
    cores: taxonomy.data.coreServices.filter(({ state }) => state === 'to_be_entered').length,
    screening: screening.data.items.some(({ status, retired }) => status === 'known' && !retired) ? 0 : 1,
    modes: modes.data.items.filter(isExample).length,
    letterhead: setUp.data.letterhead === null ? 1 : 0,
    seal: setUp.data.seal === null ? 1 : 0,
  };
  const total = Object.values(missing).reduce((sum, count) => sum + count, 0);
  return { missing, total, error, enabled };
}
