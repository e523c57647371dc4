import type { Clock } from '@duijie/domain-kit';
import mysql from 'mysql2/promise';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';

/**
 * Follows the database server's UTC time: measured at start and every 30 s, so that no call costs a query.
 * @param offsetMs added to the server's time; only demo and test may set one, the same for all services
 */
export class DatabaseClock implements Clock {
  #differenceMs = 0;
  #movedMs = 0;
  readonly #loop: Loop;
  constructor(
    private readonly serverUrl: string,
    private readonly offsetMs: number,
    log: Logger,
  ) {
    this.#loop = new Loop('clock', 30_000, () => this.measure(), log);
  }
  now(): Date {
    return new Date(Date.now() + this.#differenceMs + this.offsetMs + this.#movedMs);
  }
  /** @param movedMs what it was moved by since, beside the offset that it was made with */
  move(movedMs: number): void {
    this.#movedMs = movedMs;
  }
  /** How far this clock is ahead of the server's: 0 but in demo and test. */
  get aheadMs(): number {
    return this.offsetMs + this.#movedMs;
  }
  async start(): Promise<void> {
    await this.measure();
    this.#loop.start();
  }
  stop(): Promise<void> {
    return this.#loop.stop();
  }
  /** Takes the middle of the round trip as the moment of the server's answer. */
  async measure(): Promise<void> {
    const connection = await mysql.createConnection({ uri: this.serverUrl, timezone: 'Z', connectTimeout: 10_000 });
    try {
      const before = Date.now();
      const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT UTC_TIMESTAMP(3) AS utc');
      const utc: unknown = rows[0]?.['utc'];
      if (!(utc instanceof Date)) throw new Error('the database server did not tell its time');
      this.#differenceMs = utc.getTime() - (before + Date.now()) / 2;
    } finally {
      await connection.end();
    }
  }
}
