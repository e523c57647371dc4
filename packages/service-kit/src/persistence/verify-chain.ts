import type { AuditReport } from '@duijie/contracts';
import { IsNull, MoreThan } from 'typeorm';
import { genesis, linkHash } from './audit-chain';
import { AuditEntryEntity, AuditHeadEntity } from './audit.entity';
import type { AuditHeads } from './audit-heads';
import type { Database } from './database';

const batch = 500;

/**
 * Walks a service's whole chain in order, and compares it with the heads exported before.
 * @param keys the present key, then those it replaced, newest first; a link may not go back to a key that was replaced
 * @returns what does not fit; no faults means unaltered
 */
export async function verifyChain(
  service: string,
  database: Database,
  keys: readonly Buffer[],
  heads: AuditHeads,
): Promise<AuditReport> {
  const manager = database.manager();
  // Read before the chain, which may go on meanwhile.
  const exported = await heads.read(service);
  const head = await manager.findOneByOrFail(AuditHeadEntity, { name: 'head' });
  const faults: AuditReport['faults'] = [];
  let [position, previousHash, entries, usable] = [0, genesis, 0, keys];
  for (;;) {
    const rows = await manager.find(AuditEntryEntity, {
      where: { position: MoreThan(position) },
      order: { position: 'ASC' },
      take: batch,
    });
    for (const row of rows) {
      const at = row.position ?? 0;
      if (at !== position + 1) faults.push({ position: position + 1, fault: 'missing' });
      const last = usable.findLastIndex((key) => row.hash === linkHash(key, row, at, previousHash));
      if (row.previousHash !== previousHash || last === -1) faults.push({ position: at, fault: 'altered' });
      else usable = usable.slice(0, last + 1);
      if ([...(exported.get(at) ?? [])].some((hash) => hash !== row.hash)) faults.push({ position: at, fault: 'head' });
      position = at;
      previousHash = row.hash ?? '';
      entries += 1;
    }
    if (rows.length < batch) break;
  }
  const furthest = Math.max(0, ...exported.keys());
  if (position < Math.max(head.position, furthest) || (position === head.position && previousHash !== head.hash))
    faults.push({ position: Math.max(head.position, furthest), fault: 'head' });
  return {
    entries,
    unsealed: await manager.countBy(AuditEntryEntity, { position: IsNull() }),
    head: head.hash,
    faults,
  };
}
