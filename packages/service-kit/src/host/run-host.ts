import { ConfigurationInvalid } from '../config/load-config';
import type { ServiceModule } from '../module';
import { startHost } from './start-host';

/**
 * Main function of a process: starts the modules, stops in order on SIGTERM or SIGINT.
 * Exit codes: 0 stopped, 1 could not start, 78 configuration (EX_CONFIG of sysexits.h).
 */
export async function runHost(modules: readonly ServiceModule[]): Promise<void> {
  try {
    const host = await startHost(modules, process.env);
    const end = (): void => {
      host.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(error instanceof ConfigurationInvalid ? 78 : 1);
  }
}
