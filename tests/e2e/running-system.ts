import { serviceNames, type ServiceName } from '@duijie/contracts';
import { testEnvironment } from '@duijie/testkit';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** All of Duijie as built (`dist`), in one process or one process a service. */
export interface RunningSystem {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `kill -9`; in the all-in-one form every service dies. */
  kill(service: ServiceName): Promise<void>;
  /** Starts again what was killed, and waits until it is ready. */
  revive(service: ServiceName): Promise<void>;
  /** SIGTERM to all, in order, and waits. @returns exit codes */
  stop(): Promise<(number | null)[]>;
  /** What the processes wrote since the start. */
  output(): string;
}
export type SystemForm = 'one process' | 'one process a service';

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

interface Process {
  readonly services: readonly ServiceName[];
  readonly entry: string;
  readonly port: number;
  child: ChildProcess | undefined;
}

/** @param namespace of databases, keys and indexes @param overrides of the environment */
export async function startSystem(
  form: SystemForm,
  namespace: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<RunningSystem> {
  const environment = testEnvironment(namespace, { DUIJIE_LOG_LEVEL: 'warn', ...overrides });
  const processes: Process[] =
    form === 'one process'
      ? [{ services: serviceNames, entry: 'infra/all-in-one/dist/main.js', port: await freePort(), child: undefined }]
      : await Promise.all(
          serviceNames.map(async (s) => ({
            services: [s],
            entry: `services/${s}/dist/main.js`,
            port: await freePort(),
            child: undefined,
          })),
        );
  const urls =
    form === 'one process'
      ? {}
      : Object.fromEntries(
          processes.flatMap((p) =>
            p.services.map((s) => [`DUIJIE_URL_${s.toUpperCase()}`, `http://127.0.0.1:${p.port}`]),
          ),
        );
  const logs: string[] = [];
  const start = async (process_: Process): Promise<void> => {
    const child = spawn(process.execPath, [resolve(root, process_.entry)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...environment, ...urls, DUIJIE_PORT: String(process_.port) },
    });
    process_.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => logs.push(chunk.toString()));
    for (let i = 0; i < 600; i += 1) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(
          `${process_.entry} ended with ${child.exitCode ?? child.signalCode}:\n${logs.join('').slice(-4000)}`,
        );
      const ready = await fetch(`http://127.0.0.1:${process_.port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${process_.entry} was not ready within 30 s:\n${logs.join('').slice(-4000)}`);
  };
  const ended = (child: ChildProcess): Promise<number | null> =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve(child.exitCode)
      : new Promise((done) => child.once('exit', (code) => done(code)));
  const of = (service: ServiceName): Process => {
    const found = processes.find((p) => p.services.includes(service));
    if (!found) throw new Error(`${service} does not run`);
    return found;
  };
  const stop = (): Promise<(number | null)[]> =>
    Promise.all(
      processes.map(async ({ child }) => {
        if (!child) return null;
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
        const code = await ended(child);
        clearTimeout(hard);
        return code;
      }),
    );
  try {
    // The gateway last, so that whoever asks it finds the others.
    for (const one of processes.toReversed()) await start(one);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${of('gateway').port}`,
    environment,
    async kill(service) {
      const { child } = of(service);
      if (!child) return;
      child.kill('SIGKILL');
      await ended(child);
    },
    revive: (service) => start(of(service)),
    stop,
    output: () => logs.join(''),
  };
}
