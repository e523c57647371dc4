/**
 * The way from match to acceptance: ninety days with the clock moved, and the races in full length.
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from './scratch-clone.mjs';

const rounds = 500;
const countsOf = (output) => output.trim().split('\n').at(-1) ?? '';

/** @param {string} folder @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureDeals(folder) {
  const scratch = mkdtempSync(join(tmpdir(), 'duijie-journey-'));
  try {
    const file = join(scratch, 'journey.jsonl');
    const journey = await timed(folder, 'npm', ['test', '--', 'ninety-days'], { DUIJIE_JOURNEY_FILE: file });
    if (journey.code !== 0) throw new Error(`the journey failed:\n${journey.output.slice(-3000)}`);
    const { seconds } = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '{}');
    const races = await timed(folder, 'npm', ['test', '--', 'services/deals/test/races'], {
      DUIJIE_ROUNDS: String(rounds),
    });
    return [
      {
        what: 'ninety days from publication to review, clock moved',
        value: `${seconds.toFixed(1)} s`,
        reference: '< 10 s',
        ratio: seconds / 10,
        command: 'npm test -- ninety-days',
      },
      {
        what: `${rounds} rounds of 8 at once: awards, capacity, last-second responses, withdrawals (${countsOf(races.output)})`,
        value: races.code === 0 ? '0 breaches' : 'breaches',
        reference: '0',
        command: `DUIJIE_ROUNDS=${rounds} npm test -- services/deals/test/races`,
      },
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
