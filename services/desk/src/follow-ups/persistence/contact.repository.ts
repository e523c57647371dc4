import type { Page, PageQuery } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { LessThan } from 'typeorm';
import { aboutKeys, type AboutInput } from '../about';
import { ContactEntity } from './contact.entity';

export type ContactRepository = ReturnType<typeof createContactRepository>;

/** The communication log. */
export const createContactRepository = (database: Database) => ({
  async insert(ctx: TransactionContext, contact: ContactEntity): Promise<void> {
    await database.manager(ctx).insert(ContactEntity, contact);
  },
  /** Of one need, organisation, introduction or case; newest first. */
  async list(ctx: Context, associationId: string, about: AboutInput, page: PageQuery): Promise<Page<ContactEntity>> {
    const after = page.cursor === undefined ? null : decodeCursor(page.cursor, ['instant', 'id']);
    const subject = Object.fromEntries(
      aboutKeys.flatMap((key) => (about[key] === undefined ? [] : [[key, about[key]] as const])),
    );
    const base = { associationId, ...subject };
    const rows = await database.manager(ctx).find(ContactEntity, {
      where: after
        ? [
            { ...base, at: LessThan(after[0]) },
            { ...base, at: after[0], id: LessThan(after[1]) },
          ]
        : base,
      order: { at: 'DESC', id: 'DESC' },
      take: page.limit + 1,
    });
    return pageFrom(rows, page.limit, ({ at, id }) => [at.getTime(), id]);
  },
});
