import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const fileName = 'audit-heads.jsonl';

/** Brings the heads of the audit chains into a backup. To be called before the databases are read: a head must not be ahead of its chain. */
export function backUpAuditHeads(stateDir: string, folder: string): void {
  const heads = join(stateDir, fileName);
  if (existsSync(heads)) copyFileSync(heads, join(folder, fileName));
}

/**
 * Puts the heads of a backup in place. Those written since are laid aside and kept: they show that, and when, a chain
 * was put back.
 * @param at moment of the restoration
 */
export function restoreAuditHeads(stateDir: string, folder: string, at: Date): void {
  const heads = join(stateDir, fileName);
  const stamp = at.toISOString().replaceAll(/[:.]/g, '-');
  if (existsSync(heads)) renameSync(heads, join(stateDir, `audit-heads-before-restore-${stamp}.jsonl`));
  if (existsSync(join(folder, fileName))) copyFileSync(join(folder, fileName), heads);
}
