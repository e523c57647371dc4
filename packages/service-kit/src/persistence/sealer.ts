import type { Clock } from '@duijie/domain-kit';
import { IsNull } from 'typeorm';
import { serviceContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import { linkHash } from './audit-chain';
import { AuditEntryEntity, AuditHeadEntity } from './audit.entity';
import type { AuditHeads } from './audit-heads';
import type { Database } from './database';

const batch = 500;
const sealEveryMs = 500;
const exportEveryMs = 60_000;
const tellEveryMs = 3_600_000;

/** Numbers and hashes audit rows, one sealer per database at a time, and leaves the chain's head outside the database. */
export class Sealer {
  readonly #sealing: Loop;
  readonly #exporting: Loop;
  #exported = { position: 0, hash: '' };
  #toldAtMs = 0;
  constructor(
    private readonly service: string,
    private readonly database: Database,
    private readonly key: Buffer,
    private readonly heads: AuditHeads,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.#sealing = new Loop('sealer', sealEveryMs, () => this.round(), log);
    this.#exporting = new Loop('audit head', exportEveryMs, () => this.exportHead(), log);
  }
  start(): void {
    this.#sealing.start();
    this.#exporting.start();
  }
  nudge = (): void => this.#sealing.nudge();
  async stop(): Promise<void> {
    await Promise.all([this.#sealing.stop(), this.#exporting.stop()]);
    await this.exportHead().catch((error: unknown) => this.log.warn({ err: error }, 'the audit head was not kept'));
  }

  async round(): Promise<void> {
    while ((await this.sealBatch()) === batch);
  }

  private sealBatch(): Promise<number> {
    return this.database.run(serviceContext(this.service), async (ctx) => {
      const manager = this.database.manager(ctx);
      const head = await manager.findOneOrFail(AuditHeadEntity, {
        where: { name: 'head' },
        lock: { mode: 'pessimistic_write' },
      });
      const rows = await manager.find(AuditEntryEntity, {
        where: { position: IsNull() },
        order: { id: 'ASC' },
        take: batch,
      });
      if (rows.length === 0) return 0;
      let { position, hash } = head;
      for (const row of rows) {
        position += 1;
        const previousHash = hash;
        hash = linkHash(this.key, row, position, previousHash);
        await manager.query(
          'UPDATE audit_entry SET position = ?, previous_hash = ?, hash = ? WHERE id = ? AND position IS NULL',
          [position, previousHash, hash, row.id],
        );
      }
      await manager.update(AuditHeadEntity, { name: 'head' }, { position, hash });
      return rows.length;
    });
  }

  private async exportHead(): Promise<void> {
    const { position, hash } = await this.database.manager().findOneByOrFail(AuditHeadEntity, { name: 'head' });
    if (position < this.#exported.position)
      this.log.error({ position, exported: this.#exported.position }, 'the audit chain has become shorter');
    if (position === 0 || hash === this.#exported.hash) return;
    const now = this.clock.now();
    await this.heads.append({ service: this.service, position, hash, at: now.toISOString() });
    this.#exported = { position, hash };
    if (now.getTime() - this.#toldAtMs < tellEveryMs) return;
    this.#toldAtMs = now.getTime();
    this.log.info({ position, hash }, 'head of the audit chain');
  }
}
