import { IsNull, MoreThan } from 'typeorm';
import { serviceContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Database } from './database';
import { genesis, linkHash } from './audit-chain';
import { AuditEntryEntity, AuditHeadEntity } from './audit.entity';

const batch = 500;
const sealEveryMs = 500;

/** What a walk over the chain found. `faults` names the positions that do not fit. */
export interface ChainReport {
  readonly entries: number;
  readonly unsealed: number;
  readonly head: string;
  readonly faults: readonly { readonly position: number; readonly fault: 'missing' | 'altered' | 'head' }[];
}

/** Numbers and hashes audit rows, one sealer per database at a time. */
export class Sealer {
  readonly #loop: Loop;
  constructor(
    private readonly service: string,
    private readonly database: Database,
    log: Logger,
  ) {
    this.#loop = new Loop('sealer', sealEveryMs, () => this.round(), log);
  }
  start(): void {
    this.#loop.start();
  }
  nudge = (): void => this.#loop.nudge();
  stop(): Promise<void> {
    return this.#loop.stop();
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
        hash = linkHash(row, position, previousHash);
        await manager.query(
          'UPDATE audit_entry SET position = ?, previous_hash = ?, hash = ? WHERE id = ? AND position IS NULL',
          [position, previousHash, hash, row.id],
        );
      }
      await manager.update(AuditHeadEntity, { name: 'head' }, { position, hash });
      return rows.length;
    });
  }

  /** Walks the whole chain in order. @returns what does not fit; no faults means unaltered */
  async verify(): Promise<ChainReport> {
    const manager = this.database.manager();
    const head = await manager.findOneByOrFail(AuditHeadEntity, { name: 'head' });
    const faults: { position: number; fault: 'missing' | 'altered' | 'head' }[] = [];
    let [position, previousHash, entries] = [0, genesis, 0];
    for (;;) {
      const rows = await manager.find(AuditEntryEntity, {
        where: { position: MoreThan(position) },
        order: { position: 'ASC' },
        take: batch,
      });
      for (const row of rows) {
        const at = row.position ?? 0;
        if (at !== position + 1) faults.push({ position: position + 1, fault: 'missing' });
        if (row.previousHash !== previousHash || row.hash !== linkHash(row, at, previousHash))
          faults.push({ position: at, fault: 'altered' });
        position = at;
        previousHash = row.hash ?? '';
        entries += 1;
      }
      if (rows.length < batch) break;
    }
    if (position < head.position || (position === head.position && previousHash !== head.hash))
      faults.push({ position: head.position, fault: 'head' });
    return {
      entries,
      unsealed: await manager.countBy(AuditEntryEntity, { position: IsNull() }),
      head: head.hash,
      faults,
    };
  }
}
