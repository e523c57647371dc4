import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root';
import { CommandFailed } from '../terminal/command-failed';
import type { Voice } from '../terminal/voice';

/** Addresses of database, queue and search engine. */
export interface Parts {
  readonly DUIJIE_MYSQL_URL: string;
  readonly DUIJIE_REDIS_URL: string;
  readonly DUIJIE_MEILI_URL: string;
  readonly DUIJIE_MEILI_KEY: string;
}
interface EnsureParts {
  ensureParts: (options: {
    root: string;
    log?: (zh: string, en: string) => void;
    name: 'demo';
  }) => Promise<{ env: Record<string, string> }>;
}
interface StopParts {
  stopParts: (options: { root: string; name: 'demo' }) => Promise<void>;
}

/** Runs `work` with the parts of this machine: found by the environment, running, or started for it and stopped afterwards. */
export async function withParts<T>(voice: Voice, work: (parts: Parts) => Promise<T>): Promise<T> {
  const load = (file: string): Promise<unknown> =>
    import(pathToFileURL(join(repositoryRoot, 'infra/local/parts', file)).href);
  const { ensureParts } = (await load('ensure-parts.mjs')) as EnsureParts;
  const { stopParts } = (await load('stop-parts.mjs')) as StopParts;
  const ensured = await ensureParts({
    root: repositoryRoot,
    name: 'demo',
    log: (zh, en) => voice.progress({ zh, en }),
  }).catch((error: unknown) => {
    const { texts } = error as { texts?: { message: [string, string]; next: [string, string] } };
    if (!texts) throw error;
    throw new CommandFailed(
      { zh: `${texts.message[0]}\n  → ${texts.next[0]}`, en: `${texts.message[1]}\n  → ${texts.next[1]}` },
      78,
    );
  });
  try {
    return await work(ensured.env as unknown as Parts);
  } finally {
    await stopParts({ root: repositoryRoot, name: 'demo' });
  }
}
