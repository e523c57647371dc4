import { events, type EventType } from '@duijie/contracts';
import mysql from 'mysql2/promise';

/** Deliveries that no inbox has confirmed, and events whose effects differ from one a subscriber, over all services. */
export interface DeliveryReport {
  readonly deliveries: number;
  readonly unconfirmed: number;
  /** Per subscriber: deliveries to it, and rows of its inbox. They are equal when every event took effect exactly once. */
  readonly bySubscriber: Readonly<Record<string, { readonly sent: number; readonly taken: number }>>;
}

/** Compares outboxes and inboxes in the databases themselves. */
export async function deliveryReport(environment: Readonly<Record<string, string>>): Promise<DeliveryReport> {
  const namespace = environment['DUIJIE_NAMESPACE'] ?? '';
  const connection = await mysql.createConnection({ uri: environment['DUIJIE_MYSQL_URL'] ?? '' });
  const count = async (sql: string, values: string[] = []): Promise<number> => {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(sql, values);
    return Number(rows[0]?.['n']);
  };
  try {
    const publishers = new Set(Object.values(events).map((e) => e.publisher));
    const subscribers = new Set((Object.keys(events) as EventType[]).flatMap((type) => events[type].subscribers));
    const bySubscriber: Record<string, { sent: number; taken: number }> = {};
    let [deliveries, unconfirmed] = [0, 0];
    for (const publisher of publishers) {
      deliveries += await count(`SELECT COUNT(*) AS n FROM ${namespace}_${publisher}.outbox_delivery`);
      unconfirmed += await count(
        `SELECT COUNT(*) AS n FROM ${namespace}_${publisher}.outbox_delivery WHERE state <> 'confirmed'`,
      );
    }
    for (const subscriber of subscribers) {
      let sent = 0;
      for (const publisher of publishers)
        sent += await count(
          `SELECT COUNT(*) AS n FROM ${namespace}_${publisher}.outbox_delivery WHERE subscriber = ?`,
          [subscriber],
        );
      bySubscriber[subscriber] = {
        sent,
        taken: await count(`SELECT COUNT(*) AS n FROM ${namespace}_${subscriber}.inbox`),
      };
    }
    return { deliveries, unconfirmed, bySubscriber };
  } finally {
    await connection.end();
  }
}
