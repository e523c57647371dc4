import type { EventEnvelope, OrganisationState } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { MatchingJobs } from '../jobs/matching-jobs';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';

/** What the matching of its packages reads of a provider. */
const matchedFacts = ({ kind, verification, qualifications, businessScope, district }: OrganisationState): string =>
  JSON.stringify([kind, verification, qualifications, businessScope, district]);
const draftedFor = (organisation: OrganisationState | null): string[] =>
  (organisation?.affiliations ?? []).filter(({ type }) => type === 'drafted').map((a) => a.organisationId);

/**
 * Keeps the copy of an organisation. Where its facts as a provider change, its packages are matched anew; where it has
 * drafted for a poster or no longer has, that poster's needs are.
 */
export const onOrganisation =
  (deps: {
    readonly clock: Clock;
    readonly copies: CopiesRepository;
    readonly feeds: FeedRepository;
    readonly jobs: MatchingJobs;
  }) =>
  async (
    ctx: TransactionContext,
    { data: organisation, sequence }: EventEnvelope<OrganisationState>,
  ): Promise<void> => {
    const { copies, feeds, jobs } = deps;
    await feeds.hold(ctx, 'packages');
    if ((await copies.sequenceOf(ctx, 'organisation_copy', organisation.id)) >= sequence) return;
    const now = deps.clock.now();
    const before = await copies.organisation(ctx, organisation.id);
    await copies.putOrganisation(ctx, organisation, sequence);
    const factsChanged = before === null || matchedFacts(before) !== matchedFacts(organisation);
    if (factsChanged && (await copies.hasPublishedPackages(ctx, organisation.id))) {
      await copies.moveProvidersPackages(ctx, organisation.id, await feeds.advance(ctx, 'packages', 'alone'), now);
      ctx.transaction.afterCommit(() => jobs.packageChanged({ id: organisation.id, sequence }));
    }
    const [was, is] = [draftedFor(before), draftedFor(organisation)];
    const posters = [...was.filter((id) => !is.includes(id)), ...is.filter((id) => !was.includes(id))];
    if (posters.length === 0) return;
    await feeds.hold(ctx, 'needs');
    const moved = await copies.movePostersNeeds(ctx, posters, await feeds.advance(ctx, 'needs'), now);
    for (const need of moved)
      ctx.transaction.afterCommit(() => jobs.needChanged({ ...need, draft: false, backlog: moved.length }));
  };
