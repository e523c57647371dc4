import type { ServiceOperations } from '@duijie/contracts';
import type { Context } from '../context';
import type { Emptier } from '../emptying/emptier';
import type { OutboxFigures } from '../events/outbox-gauges';
import type { Database } from '../persistence/database';
import { select } from '../persistence/sql';

/** How a service does: events that wait, audit entries that are not sealed, what the emptying of the demonstration took. */
export const readOperations =
  ({
    database,
    figures,
    emptier,
  }: {
    readonly database: Database;
    readonly figures: OutboxFigures;
    readonly emptier: Emptier;
  }) =>
  async (ctx: Context): Promise<ServiceOperations> => {
    const [unsealed] = await select<{ n: string }>(
      database,
      'SELECT COUNT(*) AS n FROM audit_entry WHERE position IS NULL',
      [],
      ctx,
    );
    return {
      events: { waiting: await figures.waiting(), oldestSeconds: Math.round(await figures.oldestSeconds()) },
      unsealedAuditEntries: Number(unsealed?.n ?? 0),
      demo: await emptier.removal(ctx),
    };
  };
