import { providerKinds, type NeedBody, type OrganisationState, type PackageBody } from '@duijie/contracts';
import type { Fault, Words } from '@duijie/service-kit';

/** One line of the call: whom to introduce. */
export interface Introduced {
  readonly providerId: string;
  readonly packageId: string | null;
  readonly clearance?: { readonly reason: string } | undefined;
}

const words = {
  twice: { zh: '同一服务方只需推介一次', en: 'The same provider stands there twice' },
  unknown: { zh: '没有这家服务方', en: 'No such provider' },
  kind: { zh: '这类机构不提供服务', en: 'Organisations of this kind do not offer services' },
  unverified: { zh: '服务方核验通过后才能推介', en: 'Providers are introduced once they are verified' },
  ineligible: { zh: '需求不接受这类机构', en: 'The need does not take organisations of this kind' },
  package: { zh: '服务包未上架，或不属于该服务方', en: 'The package is not published, or is another provider’s' },
  clearance: { zh: '利益关联由撮合专员核定', en: 'Only brokers decide on flags of the conflict wall' },
} as const satisfies Record<string, Words>;

/** Pure check of whom a call names; the conflict wall is looked at afterwards. @param byPoster posters clear no flags */
export function providerFaults(
  providers: readonly Introduced[],
  known: {
    readonly need: Pick<NeedBody, 'eligibleKinds'>;
    readonly organisations: ReadonlyMap<string, OrganisationState>;
    readonly packages: ReadonlyMap<string, PackageBody>;
    readonly byPoster: boolean;
  },
): Fault[] {
  const offering: readonly string[] = providerKinds;
  return providers.flatMap(({ providerId, packageId, clearance }, index): Fault[] => {
    const at = (field: string, detail: Words): Fault[] => [{ pointer: `/providers/${index}/${field}`, detail }];
    const organisation = known.organisations.get(providerId);
    if (providers.findIndex((other) => other.providerId === providerId) < index) return at('providerId', words.twice);
    if (!organisation) return at('providerId', words.unknown);
    if (!offering.includes(organisation.kind)) return at('providerId', words.kind);
    if (organisation.verification !== 'verified') return at('providerId', words.unverified);
    const { eligibleKinds } = known.need;
    if (eligibleKinds.length > 0 && !eligibleKinds.includes(organisation.kind))
      return at('providerId', words.ineligible);
    const one = packageId === null ? null : known.packages.get(packageId);
    if (one !== null && (one?.providerId !== providerId || one.state !== 'published'))
      return at('packageId', words.package);
    return clearance && known.byPoster ? at('clearance', words.clearance) : [];
  });
}
