/**
 * What runs and how much memory each process holds.
 * @module
 */
import { residentBytes, withDescendants } from './process-facts.mjs';

/**
 * @param {{ name: string, pid: number | undefined }[]} processes a process counts with everything below it that has no line of its own
 * @param {(zh: string, en: string) => string} say
 * @returns {string} lines of a table with a total; empty where the system does not tell
 */
export function memoryTable(processes, say) {
  const listed = new Set(processes.map(({ pid }) => pid ?? 0));
  const rows = processes.flatMap(({ name, pid }) => {
    if (!pid) return [];
    const sizes = withDescendants(pid, listed).map((each) => residentBytes(each) ?? 0);
    const bytes = sizes.reduce((sum, each) => sum + each, 0);
    return bytes > 0 ? [{ name, pid, bytes }] : [];
  });
  if (rows.length === 0) return '';
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    say('内存（常驻，按进程）', 'Memory by process (resident)'),
    ...rows.map(({ name, pid, bytes }) => line(name, `pid ${pid}`, bytes)),
    line(say('合计', 'total'), '', total),
  ].join('\n');
}

/** @param {string} name @param {string} pid @param {number} bytes */
function line(name, pid, bytes) {
  return `  ${name.padEnd(20)} ${pid.padStart(10)} ${(bytes / 1e6).toFixed(0).padStart(6)} MB`;
}
