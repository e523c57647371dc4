import type { StaffBody } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { DeskStaffEntity } from './staff.entity';

/** An absence that is running. */
export interface RunningAbsence {
  readonly absentId: string;
  readonly deputyId: string;
  readonly untilAt: Date;
}
export type StaffRepository = ReturnType<typeof createStaffRepository>;

/** Staff of associations as identity told it last. */
export function createStaffRepository(database: Database) {
  const all = (ctx: Context, associationId: string): Promise<DeskStaffEntity[]> =>
    database
      .manager(ctx)
      .find(DeskStaffEntity, { where: { associationId }, order: { position: 'ASC', personId: 'ASC' } });
  return {
    /** In the order of joining. */
    all,
    find: (ctx: Context, associationId: string, personId: string): Promise<DeskStaffEntity | null> =>
      database.manager(ctx).findOneBy(DeskStaffEntity, { associationId, personId }),
    absences: (ctx: Context, associationId: string, now: Date): Promise<RunningAbsence[]> =>
      select<RunningAbsence>(
        database,
        `SELECT absent_id AS absentId, deputy_id AS deputyId, until_at AS untilAt FROM desk_absence
         WHERE association_id = ? AND from_at <= ? AND until_at > ? ORDER BY position`,
        [associationId, now, now],
        ctx,
      ),
    /** @returns whose place the deputy takes now in the association */
    async absentFor(ctx: Context, associationId: string, deputyId: string, now: Date): Promise<string[]> {
      const rows = await select<{ absent_id: string }>(
        database,
        `SELECT absent_id FROM desk_absence
         WHERE deputy_id = ? AND until_at > ? AND from_at <= ? AND association_id = ? ORDER BY until_at LIMIT 50`,
        [deputyId, now, now, associationId],
        ctx,
      );
      return rows.map((row) => row.absent_id);
    },
    /** Takes a state over unless a newer one is held. @returns who no longer brokers, null when it was an older one */
    async put(ctx: TransactionContext, staff: StaffBody): Promise<readonly string[] | null> {
      const { organisationId: associationId } = staff;
      await execute(
        database,
        'INSERT INTO desk_staff_state (association_id, sequence) VALUES (?, 0) ON DUPLICATE KEY UPDATE sequence = sequence',
        [associationId],
        ctx,
      );
      const [held] = await select<{ sequence: string }>(
        database,
        'SELECT sequence FROM desk_staff_state WHERE association_id = ? FOR UPDATE',
        [associationId],
        ctx,
      );
      if (Number(held?.sequence) >= staff.version) return null;
      const before = await all(ctx, associationId);
      await execute(
        database,
        'UPDATE desk_staff_state SET sequence = ? WHERE association_id = ?',
        [staff.version, associationId],
        ctx,
      );
      await execute(database, 'DELETE FROM desk_staff WHERE association_id = ?', [associationId], ctx);
      await execute(database, 'DELETE FROM desk_absence WHERE association_id = ?', [associationId], ctx);
      if (staff.members.length > 0)
        await execute(
          database,
          'INSERT INTO desk_staff (association_id, person_id, position, name, role) VALUES ?',
          [staff.members.map(({ personId, name, role }, at) => [associationId, personId, at, name, role])],
          ctx,
        );
      if (staff.absences.length > 0)
        await execute(
          database,
          'INSERT INTO desk_absence (association_id, position, absent_id, deputy_id, from_at, until_at) VALUES ?',
          [
            staff.absences.map(({ absentId, deputyId, from, until }, at) => [
              associationId,
              at,
              absentId,
              deputyId,
              new Date(from),
              new Date(until),
            ]),
          ],
          ctx,
        );
      const present = new Set(staff.members.map(({ personId }) => personId));
      return before.map(({ personId }) => personId).filter((personId) => !present.has(personId));
    },
  };
}
