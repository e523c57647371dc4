import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const fileName = 'audit-heads.jsonl';
const exportedHead = z.object({
  service: z.string(),
  position: z.int().min(1),
  hash: z.string(),
  /** When it was written, ISO 8601. */
  at: z.string(),
});
export type ExportedHead = z.infer<typeof exportedHead>;

/** Heads of audit chains kept outside the database, so that a chain cut off or made anew shows against them. */
export interface AuditHeads {
  append(head: ExportedHead): Promise<void>;
  /** @returns the hashes written for each position of a service's chain; several where it was made anew */
  read(service: string): Promise<ReadonlyMap<number, ReadonlySet<string>>>;
}

function parseLine(line: string): ExportedHead | undefined {
  try {
    return exportedHead.safeParse(JSON.parse(line)).data;
  } catch {
    // A line that a killed process did not end.
    return undefined;
  }
}

/** Lines in `audit-heads.jsonl` of the state folder, mode 0600, only ever added to. */
export function createAuditHeads(stateDir: string): AuditHeads {
  const path = join(stateDir, fileName);
  return {
    async append(head) {
      await mkdir(stateDir, { recursive: true, mode: 0o700 });
      await appendFile(path, `${JSON.stringify(head)}\n`, { mode: 0o600 });
    },
    async read(service) {
      const heads = new Map<number, Set<string>>();
      try {
        for await (const line of createInterface({ input: createReadStream(path) })) {
          const head = parseLine(line);
          if (head?.service === service)
            heads.set(head.position, (heads.get(head.position) ?? new Set()).add(head.hash));
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      return heads;
    },
  };
}
