import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The host's secret: the configured one, else the one that the host made in its state folder before any module. */
export const secretOf = (configured: string | undefined, stateDir: string): string =>
  configured ?? readFileSync(join(stateDir, 'secret'), 'utf8').trim();
