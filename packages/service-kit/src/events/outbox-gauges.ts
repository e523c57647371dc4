import type { Clock } from '@duijie/domain-kit';
import type { Metrics } from '../metrics';
import type { Database } from '../persistence/database';

/** What a publisher's subscribers have yet to confirm: how many deliveries, and the age of the oldest in seconds. */
export interface OutboxFigures {
  readonly waiting: () => Promise<number>;
  readonly oldestSeconds: () => Promise<number>;
}

export function outboxFigures(database: Database, clock: Clock): OutboxFigures {
  const read = async <Row>(sql: string): Promise<Row | undefined> =>
    ((await database.manager().query(sql)) as Row[])[0];
  return {
    async waiting() {
      const row = await read<{ n: string | number }>(
        `SELECT COUNT(*) AS n FROM outbox_delivery WHERE state IN ('pending', 'queued')`,
      );
      return Number(row?.n ?? 0);
    },
    async oldestSeconds() {
      const oldest = (state: string): string => `(SELECT MIN(event_id) FROM outbox_delivery WHERE state = '${state}')`;
      const row = await read<{ at: Date | null }>(
        `SELECT MIN(occurred_at) AS at FROM outbox WHERE id IN (${oldest('pending')}, ${oldest('queued')})`,
      );
      return row?.at ? Math.max(0, (clock.now().getTime() - row.at.getTime()) / 1000) : 0;
    },
  };
}

/** The figures for Prometheus. */
export function outboxGauges(service: string, figures: OutboxFigures, metrics: Metrics): void {
  metrics.gauge('duijie_outbox_unconfirmed', 'Deliveries that no inbox has confirmed', { service }, figures.waiting);
  metrics.gauge(
    'duijie_outbox_oldest_seconds',
    'Age of the oldest event with a delivery that no inbox has confirmed; 0 without one',
    { service },
    figures.oldestSeconds,
  );
}
