import type { EventHandlers } from '@duijie/service-kit';
import type { CopiesRepository } from './persistence/copies.repository';

/** Keeps the copies. The other parts read them after it, and so decide by the newest state whatever the order of events. */
export function keepCopies(copies: CopiesRepository): EventHandlers {
  const onPackage: NonNullable<EventHandlers['package.changed.v1']> = async (ctx, { data }) => {
    await copies.putPackage(ctx, data);
  };
  const onNeed: NonNullable<EventHandlers['need.changed.v1']> = async (ctx, { data }) => {
    await copies.putNeed(ctx, data, true);
  };
  const nothing = async (): Promise<void> => undefined;
  return {
    // Told to the desk; what parts make of them is theirs, and no copy is needed.
    'taxonomy.changed.v1': nothing,
    'review.published.v1': nothing,
    'organisation.changed.v1': (ctx, { data }) => copies.putOrganisation(ctx, data),
    'package.published.v1': onPackage,
    'package.changed.v1': onPackage,
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    async 'need.drafted.v1'(ctx, { data }) {
      await copies.putNeed(ctx, data, data.state === 'submitted');
    },
    async 'need.matched.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putMatches(ctx, data);
    },
    async 'lot.changed.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putOfNeed(ctx, 'lot', data);
    },
    async 'appointment.changed.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putOfNeed(ctx, 'appointment', data);
    },
    async 'response.changed.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putOfNeed(ctx, 'response', data);
    },
    async 'agreement.changed.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putOfNeed(ctx, 'agreement', data);
    },
    async 'objection.changed.v1'(ctx, { data }) {
      await copies.lockNeed(ctx, data.needId);
      await copies.putOfNeed(ctx, 'objection', data);
    },
  };
}
