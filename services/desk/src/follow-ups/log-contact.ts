import type { ContactChannel, ContactResult } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import { actingForOf, personOf, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import type { AboutInput } from './about';
import type { ContactEntity } from './persistence/contact.entity';
import type { ContactRepository } from './persistence/contact.repository';
import type { ResolveAbout } from './resolve-about';

/** A call, a visit, a message. */
export interface ContactEntry extends AboutInput {
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly result: ContactResult;
  readonly note: string | null;
  /** Now unless given. */
  readonly at?: Date;
}
/** Writes an entry of the communication log in the transaction given. @throws ValidationFailed when it is about nothing that is there, or later than now */
export type LogContact = (ctx: TransactionContext, entry: ContactEntry) => Promise<ContactEntity>;

/** The association whose broker asks, also where the broker acts on behalf of another organisation. */
export const associationOf = (ctx: Context): string =>
  personOf(ctx).onBehalf?.brokerOrganisationId ?? actingForOf(ctx).organisationId;

export const logContact =
  ({
    clock,
    contacts,
    resolve,
  }: {
    readonly clock: Clock;
    readonly contacts: ContactRepository;
    readonly resolve: ResolveAbout;
  }): LogContact =>
  async (ctx, { channel, direction, result, note, at, ...input }) => {
    const now = clock.now();
    if (at !== undefined && at > now)
      throw new ValidationFailed([{ pointer: '/at', detail: { zh: '时间还没有到', en: 'It lies in the future' } }]);
    const associationId = associationOf(ctx);
    const { about } = await resolve(ctx, associationId, input);
    const { personId, name } = personOf(ctx);
    const contact: ContactEntity = {
      id: newId(now.getTime()),
      associationId,
      ...about,
      channel,
      direction,
      result,
      note,
      at: at ?? now,
      byPersonId: personId,
      byName: name,
      writtenAt: now,
    };
    await contacts.insert(ctx, contact);
    return contact;
  };
