import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts the compiled thread; run from source, as tests do, it goes through a loader that compiles on the way. */
export function startEngineThread(): Worker {
  const extension = extname(__filename);
  const entry = join(__dirname, `engine-thread${extension}`);
  return extension === '.ts'
    ? new Worker(join(__dirname, '../../test/typescript-thread.cjs'), {
        workerData: { entry },
        execArgv: ['--conditions=@duijie/source'],
      })
    : new Worker(entry);
}
