import type { NeedBody } from '@duijie/contracts';
import { actingForOf, personOf, type Context } from '@duijie/service-kit';

/** Who introduces, and for whom. */
export interface Introducer {
  readonly by: 'broker' | 'poster';
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** The body that brokers: the association also where its broker acts for the poster; null where nobody does. */
  readonly brokeringId: string | null;
}

/** @param need whose poster introduces on its own, everybody else brokers */
export function introducerOf(ctx: Context, need: Pick<NeedBody, 'organisationId'>): Introducer {
  const { organisationId, organisationName } = actingForOf(ctx);
  const { personId, name, onBehalf } = personOf(ctx);
  const by = organisationId === need.organisationId ? 'poster' : 'broker';
  return {
    by,
    personId,
    name,
    organisationId,
    organisationName,
    brokeringId: by === 'broker' ? organisationId : (onBehalf?.brokerOrganisationId ?? null),
  };
}
