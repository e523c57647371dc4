import type { listIdentityAudit, Page } from '@duijie/contracts';
import {
  decodeCursor,
  onBehalfColumns,
  onBehalfOfEntry,
  pageFrom,
  type Context,
  type Database,
  type OnBehalfRow,
} from '@duijie/service-kit';
import type { z } from 'zod';
import { select } from '../../persistence/sql';

type Entry = z.input<(typeof listIdentityAudit)['response']>['items'][number];
interface Row extends OnBehalfRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly organisation_id: string | null;
  readonly in_place_of: string | null;
  readonly action: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
}

/** What happened to one aggregate, oldest first. */
export const createAuditReadModel = (database: Database) => ({
  async page(
    ctx: Context,
    aggregateId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Entry>> {
    const after = cursor === undefined ? '' : decodeCursor(cursor, ['id'])[0];
    const rows = await select<Row>(
      database,
      ctx,
      `SELECT id, occurred_at, actor, organisation_id, in_place_of, action, aggregate_type, aggregate_id, from_state, to_state, reason,
         ${onBehalfColumns}, (SELECT name FROM person WHERE person.id = audit_entry.actor) AS actor_name
       FROM audit_entry WHERE aggregate_id = ? AND id > ? ORDER BY id LIMIT ?`,
      [aggregateId, after, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.id]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map((row) => ({
        id: row.id,
        occurredAt: row.occurred_at.toISOString(),
        actor: row.actor,
        actorName: row.actor_name,
        organisationId: row.organisation_id,
        inPlaceOf: row.in_place_of,
        onBehalf: onBehalfOfEntry(row),
        action: row.action,
        aggregateType: row.aggregate_type,
        aggregateId: row.aggregate_id,
        from: row.from_state,
        to: row.to_state,
        reason: row.reason,
      })),
    };
  },
});
