import type { NeedBody } from '@duijie/contracts';
import { checkConflict } from '@duijie/domain-kit';
import type { Context } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import type { KeptFinding } from './persistence/introduction.entity';

/** What the conflict check says of one provider for a need. */
export interface Examined {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly outcome: 'clear' | 'flagged' | 'blocked';
  readonly findings: readonly KeptFinding[];
}

const contests: ReadonlySet<NeedBody['mode']> = new Set(['quotation', 'open_call']);
const responding: ReadonlySet<string> = new Set(['submitted', 'opened', 'shortlisted', 'awarded']);

/**
 * Checks providers for a need against its wall, its poster, and whoever responds to it already; in a contest also
 * against the others introduced, and against each other. An association that brokers the need counts as flagged, like one
 * that screened it.
 * @param providerIds who is looked at
 * @returns what was found of each, in the order given
 */
export const examineConflicts =
  ({ copies, introductions }: Pick<IntroductionDeps, 'copies' | 'introductions'>) =>
  async (ctx: Context, need: NeedBody, providerIds: readonly string[]): Promise<readonly Examined[]> => {
    const earlier = await introductions.ofNeed(ctx, need.id);
    const responses = (await copies.ofNeed(ctx, 'response', need.id)).filter(({ state }) => responding.has(state));
    const brokering = earlier.flatMap((one) =>
      one.brokeringId !== null && one.introducedAt !== null ? [one.brokeringId] : [],
    );
    const rivals = [
      ...responses.flatMap((one) => [one.organisationId, ...one.members.map((member) => member.organisationId)]),
      ...(contests.has(need.mode)
        ? [...earlier.flatMap((one) => (one.live === null ? [] : [one.providerId])), ...providerIds]
        : []),
    ];
    const links = await copies.linksAround(ctx, [...new Set([...providerIds, ...rivals])]);
    const examined = providerIds.map((providerId) => ({
      providerId,
      ...checkConflict({
        providerId,
        memberIds: [],
        excludedIds: need.excludedOrganisationIds,
        flaggedIds: [...need.flaggedOrganisationIds, ...brokering],
        posterId: need.organisationId,
        links,
        rivals,
      }),
    }));
    const known = await copies.findAll(ctx, 'organisation', [
      ...providerIds,
      ...examined.flatMap(({ findings }) => findings.flatMap(({ otherId }) => (otherId === null ? [] : [otherId]))),
    ]);
    const nameOf = (id: string): string => known.get(id)?.name ?? '';
    return examined.map(({ providerId, outcome, findings }) => ({
      organisationId: providerId,
      organisationName: nameOf(providerId),
      outcome,
      findings: findings.map(({ code, organisationId, otherId, effect, words, publicWords }) => ({
        code,
        organisationId,
        organisationName: nameOf(organisationId),
        other: otherId === null ? null : { organisationId: otherId, name: nameOf(otherId) },
        effect,
        words,
        publicWords,
      })),
    }));
  };
