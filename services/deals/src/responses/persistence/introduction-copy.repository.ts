import type { IntroductionBody } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** How an organisation was invited to respond to a need. */
export interface Invitation {
  /** Introduced, by a broker or by the poster, and it did not decline. */
  readonly invited: boolean;
  /** A broker has decided on its flags already. */
  readonly cleared: boolean;
}

/** What deals knows of introductions. Whatever is not newer than what is held is ignored. */
export interface IntroductionCopies {
  put(ctx: TransactionContext, introduction: IntroductionBody, sequence: number): Promise<void>;
  invitation(ctx: Context, needId: string, organisationId: string): Promise<Invitation>;
  /** Bodies that brokered a need by introducing providers to it, for itself or in its poster's name. */
  brokers(ctx: Context, needId: string): Promise<readonly string[]>;
}

export const createIntroductionCopies = (database: Database): IntroductionCopies => ({
  async put(ctx, { id, needId, organisationId, state, clearance, brokeringOrganisationId = null }, sequence) {
    await execute(
      database,
      `INSERT INTO introduction_copy (id, sequence, need_id, organisation_id, state, clearance, brokering_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE state = IF(VALUES(sequence) > sequence, VALUES(state), state),
         clearance = IF(VALUES(sequence) > sequence, VALUES(clearance), clearance),
         brokering_id = IF(VALUES(sequence) > sequence, VALUES(brokering_id), brokering_id),
         sequence = GREATEST(sequence, VALUES(sequence))`,
      [id, sequence, needId, organisationId, state, clearance, brokeringOrganisationId],
      ctx,
    );
  },
  async invitation(ctx, needId, organisationId) {
    const rows = await select<{ state: IntroductionBody['state']; clearance: IntroductionBody['clearance'] }>(
      database,
      'SELECT state, clearance FROM introduction_copy WHERE need_id = ? AND organisation_id = ?',
      [needId, organisationId],
      ctx,
    );
    const live = rows.filter(({ state }) => state === 'introduced' || state === 'interested');
    return { invited: live.length > 0, cleared: live.some(({ clearance }) => clearance === 'cleared') };
  },
  async brokers(ctx, needId) {
    const rows = await select<{ id: string }>(
      database,
      `SELECT DISTINCT brokering_id AS id FROM introduction_copy WHERE need_id = ? AND brokering_id IS NOT NULL
       AND state <> 'shortlisted'`,
      [needId],
      ctx,
    );
    return rows.map(({ id }) => id);
  },
});
