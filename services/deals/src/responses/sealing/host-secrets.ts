import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The host's secret and the former ones: the configured, else the one that the host made in its state folder before any module. */
export const hostSecrets = (
  configured: string | undefined,
  former: readonly string[],
  stateDir: string,
): [string, ...string[]] => [configured ?? readFileSync(join(stateDir, 'secret'), 'utf8').trim(), ...former];
