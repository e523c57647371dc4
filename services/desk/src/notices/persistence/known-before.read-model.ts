import type {
  AgreementBody,
  AppointmentBody,
  LotBody,
  NeedBody,
  ObjectionBody,
  OrganisationState,
  ResponseBody,
} from '@duijie/contracts';
import { select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

interface Known {
  readonly organisation: OrganisationState;
  readonly need: NeedBody;
  readonly lot: LotBody;
  readonly appointment: AppointmentBody;
  readonly response: ResponseBody;
  readonly agreement: AgreementBody;
  readonly objection: ObjectionBody;
}
export type KnownBefore = ReturnType<typeof createKnownBefore>;

/** What the desk's copies hold before an event is taken: from the difference follows what is news. */
export function createKnownBefore(database: Database) {
  return {
    /**
     * Locks the copy. @returns what is held, null where nothing or a draft is; undefined where what is held is not older
     * than `version`, so that the event tells nothing new
     */
    async before<K extends keyof Known>(
      ctx: TransactionContext,
      kind: K,
      id: string,
      version: number,
    ): Promise<Known[K] | null | undefined> {
      const [row] = await select<{ sequence: string; body: string | null }>(
        database,
        `SELECT sequence, body FROM ${kind}_copy WHERE id = ? FOR UPDATE`,
        [id],
        ctx,
      );
      if (!row) return null;
      if (Number(row.sequence) >= version) return undefined;
      return row.body === null ? null : (JSON.parse(row.body) as Known[K]);
    },
    /** @returns associations that have brokers */
    async associationIds(ctx: Context): Promise<string[]> {
      const rows = await select<{ id: string }>(
        database,
        'SELECT association_id AS id FROM desk_staff_state ORDER BY association_id LIMIT 20',
        [],
        ctx,
      );
      return rows.map(({ id }) => id);
    },
  };
}
