/** Makes an identifier for the given moment, in milliseconds since 1970-01-01 UTC. */
export type IdSource = (nowMs: number) => string;

const latestMs = 2 ** 48 - 1;
const counterLimit = 0x1000;
const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Makes an independent source of UUIDs of version 7 whose strings ascend from call to call, also within a millisecond
 * and when the clock steps back.
 *
 * @returns a source; each keeps its own counter, so that only ids of one source are sure to ascend
 * @see RFC 9562, sections 5.7 and 6.2 (method 1: 12-bit counter in `rand_a`, its top bit clear at a new millisecond)
 */
export function createIdSource(): IdSource {
  let lastMs = -1;
  let counter = 0;

  return (nowMs) => {
    const wantedMs = Math.trunc(nowMs);
    if (!(wantedMs >= 0 && wantedMs <= latestMs)) throw new RangeError(`not a time for an id: ${nowMs}`);

    const random = globalThis.crypto.getRandomValues(new Uint8Array(10));
    if (wantedMs > lastMs) {
      lastMs = wantedMs;
      counter = ((random[0]! & 0x07) << 8) | random[1]!;
    } else {
      counter += 1;
      if (counter === counterLimit) {
        lastMs += 1;
        counter = 0;
      }
    }
    return format(lastMs, counter, random);
  };
}

/**
 * Makes the identifier of a new row: a UUID of version 7, ascending within the process.
 *
 * @param nowMs milliseconds since 1970-01-01 UTC, from the {@link Clock}, at most 2^48 − 1
 * @returns 36 lower-case characters; a counter ahead of the clock may show a later moment than `nowMs`
 * @throws RangeError when `nowMs` is no such number
 * @see RFC 9562, section 5.7
 * @example
 * newId(clock.now().getTime()); // '01985f2c-7d3a-7c41-9b0e-5a1d2f3c4b5a'
 */
export const newId: IdSource = createIdSource();

/**
 * Tells whether a text is an identifier as {@link newId} makes them.
 * @param text anything
 * @returns true for a lower-case UUID of version 7, variant 10
 */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && idShape.test(text);
}

function format(ms: number, counter: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const tail = Array.from(random.subarray(2), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2]! & 0x3f) | 0x80).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    '7' + counter.toString(16).padStart(3, '0'),
    variant + tail.slice(2, 4),
    tail.slice(4),
  ].join('-');
}
