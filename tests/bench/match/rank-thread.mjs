// A thread of `bench -- match`: opens the snapshot once, then ranks the stretches of needs that it is told to.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const engine = createRequire(import.meta.url)(workerData.engine);
const { shared, needs, rows, scores } = workerData;
const columns = engine.openColumns(shared);

parentPort.on('message', (ranking) => {
  const before = performance.now();
  engine.rankShared(columns, needs, { ...ranking, weights: shared.weights }, rows, scores);
  parentPort.postMessage(performance.now() - before);
});
