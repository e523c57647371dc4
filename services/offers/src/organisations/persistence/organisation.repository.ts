import type { ActingFor, OrganisationState } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { OrganisationCopyEntity } from './organisation-copy.entity';

export type OrganisationRepository = ReturnType<typeof createOrganisationRepository>;

/** Copies of organisations. */
export function createOrganisationRepository(database: Database) {
  return {
    find: (ctx: Context, id: string): Promise<OrganisationCopyEntity | null> =>
      database.manager(ctx).findOneBy(OrganisationCopyEntity, { id }),

    /** Writes a newer state; an older one than held changes nothing. */
    take: async (ctx: TransactionContext, organisation: OrganisationState): Promise<void> => {
      const manager = database.manager(ctx);
      const { id, version, kind, name, verification, importedAs } = organisation;
      // The row is there from now on, so that the lock holds the first two events of an organisation apart, too.
      await manager.query(
        'INSERT IGNORE INTO organisation_copy (id, sequence, kind, name, verification) VALUES (?, 0, ?, ?, ?)',
        [id, kind, name, verification],
      );
      const held = await manager.findOneOrFail(OrganisationCopyEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (held.sequence >= version) return;
      const copy: OrganisationCopyEntity = {
        id,
        sequence: version,
        kind,
        name,
        verification,
        importedSource: importedAs?.source ?? null,
        importedId: importedAs?.externalId ?? null,
      };
      await manager.update(OrganisationCopyEntity, { id }, copy);
    },

    /** Keeps what the session says of an organisation whose event has not come yet. */
    ensure: async (ctx: TransactionContext, acting: ActingFor): Promise<void> => {
      await database
        .manager(ctx)
        .query(`INSERT IGNORE INTO organisation_copy (id, sequence, kind, name, verification) VALUES (?, 0, ?, ?, ?)`, [
          acting.organisationId,
          acting.kind,
          acting.organisationName,
          acting.verification,
        ]);
    },

    /** @returns the organisation that an import of the source made, newest first where there are several */
    findImported: (ctx: Context, source: string, externalId: string): Promise<OrganisationCopyEntity | null> =>
      database.manager(ctx).findOne(OrganisationCopyEntity, {
        where: { importedSource: source, importedId: externalId },
        order: { id: 'DESC' },
      }),

    /** @returns at most two organisations of that name, so that the caller sees whether it is unique */
    findByName: (ctx: Context, name: string): Promise<OrganisationCopyEntity[]> =>
      database.manager(ctx).find(OrganisationCopyEntity, { where: { name }, take: 2 }),
  };
}
