/** Runs jobs, so many at a time, in their order. The first that fails ends it. @param lanes at once, from 1 */
export async function inParallel(jobs: readonly (() => Promise<void>)[], lanes: number): Promise<void> {
  const left = [...jobs];
  const lane = async (): Promise<void> => {
    for (let job = left.shift(); job; job = left.shift()) await job();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
