import { Worker } from 'node:worker_threads';

/**
 * Starts threads over one snapshot and lets `jobs` run rankings in them. `run(count, prune)` ranks the first `count` needs,
 * shared out evenly, and gives wall and processor seconds of the whole process.
 */
export async function inThreads({ shared, needs }, { threads, engine, k, asOfDay }, jobs) {
  const [rows, scores] = [0, 0].map(() => new Int32Array(new SharedArrayBuffer(4 * needs.count * k)));
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL('./rank-thread.mjs', import.meta.url), {
        workerData: { engine, shared, needs, rows, scores },
      }),
  );
  const part = (worker, ranking) =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(ranking);
    });
  const run = async (count, prune) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await Promise.all(
      workers.map((worker, i) => {
        const [from, to] = [i, i + 1].map((at) => Math.floor((count * at) / threads));
        return part(worker, { k, asOfDay, from, to, prune });
      }),
    );
    const used = process.cpuUsage(cpu);
    return { wall: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 };
  };
  const result = await jobs(run, { rows, scores });
  await Promise.all(workers.map((worker) => worker.terminate()));
  return result;
}
