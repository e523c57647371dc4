import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

type DoorState = 'open' | 'slow' | 'shut' | 'silent';

/** A door before the engine that a test can shut. */
export interface EngineProxy {
  readonly url: string;
  /**
   * `open` lets through; `slow` holds every piece of an answer for 150 ms; `shut` breaks every connection; `silent` takes
   * requests and never answers.
   */
  set(state: DoorState): void;
  close(): Promise<void>;
}

export async function startEngineProxy(engineUrl: string): Promise<EngineProxy> {
  const target = new URL(engineUrl);
  let state: DoorState = 'open';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    if (state === 'shut') socket.destroy();
    else if (state !== 'silent') {
      const engine = keep(connect(Number(target.port), target.hostname));
      socket.pipe(engine);
      engine.on('data', (piece) => {
        if (state === 'slow') setTimeout(() => socket.write(piece), 150);
        else socket.write(piece);
      });
      socket.on('close', () => engine.destroy());
      engine.on('close', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(next) {
      state = next;
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
