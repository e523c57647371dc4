const quantile = (times, q) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];

/** Times a task `count` times after `warm` times that do not count. @returns p50 and p99 in words */
export function timed(count, warm, task) {
  for (let i = 0; i < warm; i++) task(i);
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    task(warm + i);
    times.push(performance.now() - start);
  }
  return `p50 ${quantile(times, 0.5).toFixed(3)} p99 ${quantile(times, 0.99).toFixed(3)} ms`;
}

/** Nanoseconds of processor time for an addition in a loop: how fast this machine is at the moment. */
export function additionNanoseconds() {
  const before = process.cpuUsage();
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum = (sum + i * 3) | 0;
  const used = process.cpuUsage(before);
  return (used.user + used.system + (sum & 1) * 0) / 3e5;
}
