import type { StaffBody } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { execute, select } from '../../persistence/sql';

type Member = StaffBody['members'][number];

/** More than any association has. */
const most = 500;

/** Who brokers for associations, and who is away. */
export const createStaffReadModel = (database: Database) => ({
  async isAssociation(ctx: Context, organisationId: string): Promise<boolean> {
    const rows = await select(
      database,
      ctx,
      `SELECT 1 FROM organisation WHERE id = ? AND kind = 'association' AND removed_at IS NULL`,
      [organisationId],
    );
    return rows.length > 0;
  },
  /** Associations whose staff was never published. */
  async unpublished(ctx: Context): Promise<readonly string[]> {
    const rows = await select<{ id: string }>(
      database,
      ctx,
      `SELECT o.id FROM organisation o LEFT JOIN staff_state s ON s.organisation_id = o.id
       WHERE o.kind = 'association' AND o.removed_at IS NULL AND s.organisation_id IS NULL ORDER BY o.id`,
    );
    return rows.map((row) => row.id);
  },
  /** Locks the association's staff. @returns the version that is published next */
  async nextVersion(ctx: TransactionContext, organisationId: string): Promise<number> {
    await execute(
      database,
      ctx,
      'INSERT INTO staff_state (organisation_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1',
      [organisationId],
    );
    const [row] = await select<{ version: number }>(
      database,
      ctx,
      'SELECT version FROM staff_state WHERE organisation_id = ?',
      [organisationId],
    );
    return row?.version ?? 1;
  },
  async members(ctx: Context, organisationId: string): Promise<Member[]> {
    const rows = await select<{ person_id: string; name: string; role: Member['role'] }>(
      database,
      ctx,
      `SELECT m.person_id, p.name, m.role FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = ? AND m.role IN ('broker', 'administrator') ORDER BY m.joined_at, m.person_id LIMIT ${most}`,
      [organisationId],
    );
    return rows.map((row) => ({ personId: row.person_id, name: row.name, role: row.role }));
  },
  async absences(ctx: Context, organisationId: string, now: Date): Promise<StaffBody['absences']> {
    const rows = await select<{ absent_id: string; deputy_id: string; starts_at: Date; ends_at: Date }>(
      database,
      ctx,
      `SELECT absent_id, deputy_id, starts_at, ends_at FROM delegation
       WHERE organisation_id = ? AND ended_at IS NULL AND ends_at > ? ORDER BY id LIMIT ${most}`,
      [organisationId, now],
    );
    return rows.map((row) => ({
      absentId: row.absent_id,
      deputyId: row.deputy_id,
      from: row.starts_at.toISOString(),
      until: row.ends_at.toISOString(),
    }));
  },
});
