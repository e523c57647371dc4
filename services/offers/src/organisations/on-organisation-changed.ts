import type { EventHandlers } from '@duijie/service-kit';
import type { OrganisationRepository } from './persistence/organisation.repository';

/** Keeps the copy of an organisation. Its packages are not touched: every consumer holds the organisation itself. */
export const onOrganisationChanged =
  (organisations: OrganisationRepository): NonNullable<EventHandlers['organisation.changed.v1']> =>
  (ctx, event) =>
    organisations.take(ctx, event.data);
