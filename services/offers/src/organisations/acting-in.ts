import type { ActingFor } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';

/** The organisation that the caller acts for, or null. */
export const actingIn = ({ actor }: Context): ActingFor | null => (actor.type === 'person' ? actor.actingFor : null);
