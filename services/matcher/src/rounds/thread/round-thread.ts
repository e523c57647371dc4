import { parentPort } from 'node:worker_threads';
import type { FromRoundThread, ToRoundThread } from './round-protocol';
import { createRoundTasks } from './run-round-task';

const port = parentPort;
if (!port) throw new Error('round-thread runs as a worker thread only');
const run = createRoundTasks();

port.on('message', ({ id, kind, input }: ToRoundThread) => {
  let answer: FromRoundThread;
  try {
    answer = { id, output: run(kind, input as never) };
  } catch (error) {
    answer = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(answer);
});
