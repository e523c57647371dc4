import { providerKinds, type OrganisationKind } from '@duijie/contracts';
import type { Context, Database, Fault } from '@duijie/service-kit';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';

const committeeKinds: readonly OrganisationKind[] = ['owners_committee', 'self_management'];

/** What is wrong with the firm and the committee that a compound names. Undefined ones are not looked at. */
export function partnerFaults(database: Database) {
  const organisations = createOrganisationsRepository(database);
  return async (
    ctx: Context,
    named: { readonly firmId?: string | null | undefined; readonly committeeId?: string | null | undefined },
  ): Promise<readonly Fault[]> => {
    const wrong = async (
      pointer: string,
      id: string | null | undefined,
      kinds: readonly OrganisationKind[],
      zh: string,
      en: string,
    ): Promise<Fault[]> => {
      if (id === null || id === undefined) return [];
      const organisation = await organisations.find(ctx, id);
      return organisation && kinds.includes(organisation.kind) ? [] : [{ pointer, detail: { zh, en } }];
    };
    return [
      ...(await wrong('/firmId', named.firmId, providerKinds, '没有这家物业服务企业', 'There is no such provider')),
      ...(await wrong(
        '/committeeId',
        named.committeeId,
        committeeKinds,
        '没有这个业委会或自管组织',
        'There is no such committee',
      )),
    ];
  };
}
