/**
 * Notices that this command is to stop.
 * @module
 */

const parentCheckMs = 300;

/**
 * Turns Ctrl-C and its kin into an abort. npm starts commands through a shell and, when told to end, ends that shell and
 * nothing below it; so under npm the shell's end counts as well.
 *
 * @returns {{ signal: AbortSignal, asked: Promise<void> }} `asked` resolves when the signal is aborted
 */
export function listenForStop() {
  const controller = new AbortController();
  const asked = new Promise((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => controller.abort());
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && controller.abort(), parentCheckMs).unref();
  }
  // A reader that went away (`npm start | head`) must not end the command before it has stopped its parts.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => controller.abort());
  return { signal: controller.signal, asked };
}
