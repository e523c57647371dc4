/**
 * Shows the steps of a command: one moving line on a terminal, plain lines elsewhere.
 * @module
 */

const refreshMs = 120;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * @typedef {object} Progress
 * @property {<T>(title: string, run: (detail: (text: string) => void) => Promise<T>) => Promise<T>} step runs and times it
 * @property {() => void} stop clears the moving line
 */

/**
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stdout) {
  return stream.isTTY ? movingLine(stream) : plainLines(stream);
}

/**
 * @param {number} ms
 * @returns {string} for example `0.3 s` or `2 min 05 s`
 */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** @param {NodeJS.WriteStream} stream @returns {Progress} */
function plainLines(stream) {
  return {
    async step(title, run) {
      const started = performance.now();
      const passed = () => duration(performance.now() - started);
      try {
        const result = await run((text) => stream.write(`  ${text}\n`));
        stream.write(`✓ ${title} (${passed()})\n`);
        return result;
      } catch (error) {
        stream.write(`✗ ${title} (${passed()})\n`);
        throw error;
      }
    },
    stop() {},
  };
}

/** @param {NodeJS.WriteStream} stream @returns {Progress} */
function movingLine(stream) {
  const clear = () => stream.write('\r\x1b[2K');
  let timer;
  const stop = () => {
    if (!timer) return;
    clearInterval(timer);
    timer = undefined;
    clear();
  };
  return {
    async step(title, run) {
      const started = performance.now();
      const passed = () => duration(performance.now() - started);
      let detail = '';
      let frame = 0;
      const draw = () => {
        const line = `${frames[frame++ % frames.length]} ${title}${detail && ` · ${detail}`} ${passed()}`;
        stream.write(`\r\x1b[2K${clip(line, stream.columns || 80)}`);
      };
      draw();
      timer = setInterval(draw, refreshMs);
      try {
        const result = await run((text) => (detail = text));
        stop();
        stream.write(`✓ ${title} \x1b[2m${passed()}\x1b[0m\n`);
        return result;
      } catch (error) {
        stop();
        stream.write(`✗ ${title} \x1b[2m${passed()}\x1b[0m\n`);
        throw error;
      }
    },
    stop,
  };
}

/**
 * Cuts a line to the width of the terminal; a Chinese character takes two columns.
 * @param {string} text @param {number} columns
 */
function clip(text, columns) {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
    if (width >= columns) break;
    kept += character;
  }
  return kept;
}
