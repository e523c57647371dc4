import { openColumns } from '@duijie/match-engine';
import { parentPort } from 'node:worker_threads';
import { createEngineIndex, updateEngineIndex } from './engine-index';
import type { FromThread, ToThread } from './engine-protocol';
import { runEngineTask } from './run-engine-task';

const index = createEngineIndex();
const port = parentPort;
if (!port) throw new Error('engine-thread runs as a worker thread only');

port.on('message', (message: ToThread) => {
  // An update that fails must end the thread: the next one starts with a complete index.
  if ('update' in message) return updateEngineIndex(index, message.update);
  if ('snapshot' in message) {
    index.snapshot = { columns: openColumns(message.snapshot), weights: message.snapshot.weights };
    return;
  }
  const { id, kind, input } = message;
  let answer: FromThread;
  try {
    answer = { id, output: runEngineTask(index, kind, input as never) };
  } catch (error) {
    answer = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(answer);
});
