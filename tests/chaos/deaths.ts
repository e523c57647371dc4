import type { ServiceName } from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSystem, type RunningSystem } from '../e2e/running-system';

/**
 * Where a service dies: its transaction is complete but COMMIT is not sent; COMMIT is answered and nothing follows; its
 * relay has put events into a subscriber's queue; it has taken an event but not told the publisher; it has told, but its
 * job still counts as under way.
 */
export type DeathPoint =
  | 'before commit'
  | 'after commit'
  | 'after enqueue'
  | 'before acknowledgement'
  | 'before the job is done';

export interface Death {
  readonly service: ServiceName;
  readonly at: DeathPoint;
  /**
   * What must all be found in the SQL of the transaction; for the others, in the name of the queue and the event as JSON,
   * with a space between.
   */
  readonly marks: readonly string[];
}
/** A death that waits for its moment. */
export interface Armed {
  /** Returns once the service is dead of it. @throws Error when it was not within a minute */
  readonly died: () => Promise<void>;
}
/** A system whose services die when told, of SIGKILL by their own hand. */
export interface MortalSystem {
  readonly system: RunningSystem;
  readonly arm: (death: Death) => Armed;
  /** Arms a death after which the service is started again at once, as a supervisor would. */
  readonly armRevived: (death: Death) => void;
  /** Returns once every death has come and everybody lives. @throws Error when one has not come within a minute */
  readonly restored: () => Promise<void>;
}

/** Starts a process a service, each with the preload that lets it die. */
export async function startMortalSystem(
  namespace: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<MortalSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-deaths-'));
  const system = await startSystem('one process a service', namespace, {
    NODE_OPTIONS: `--require ${JSON.stringify(resolve(__dirname, 'die-at.cjs'))}`,
    DUIJIE_TEST_DEATHS: folder,
    ...overrides,
  });
  let armed = 0;
  const revived: Promise<Error | undefined>[] = [];
  function arm(death: Death): Armed {
    const path = join(folder, death.service, String((armed += 1)));
    mkdirSync(join(folder, death.service), { recursive: true });
    // Whole at once: a service may look at any moment.
    writeFileSync(`${path}.written`, JSON.stringify(death));
    renameSync(`${path}.written`, `${path}.armed`);
    return {
      async died() {
        await eventually(() => {
          if (!existsSync(`${path}.died`))
            throw new Error(`${death.service} has not died ${death.at} of ${death.marks.join(', ')}`);
        }, 60_000);
        // It is dead by its own hand; this waits until its process has gone.
        await system.kill(death.service);
      },
    };
  }
  async function revive(death: Death, { died }: Armed): Promise<Error | undefined> {
    try {
      await died();
    } catch (error) {
      return error as Error;
    }
    // Where it dies again before it is ready, that death starts it again.
    await system.revive(death.service).catch(() => undefined);
    return undefined;
  }
  return {
    system,
    arm,
    armRevived: (death) => void revived.push(revive(death, arm(death))),
    async restored() {
      for (const fault of await Promise.all(revived)) if (fault) throw fault;
    },
  };
}
