/**
 * Rounds made up for measuring: needs × 20 candidates, packages = 0.4 × needs with 1–5 places each (1.2 places a need), weights
 * 1–10,000, one offer a need.
 * @module
 */

/** @param {number} seed @returns {() => number} 0..1, the same numbers in every run (mulberry32) */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * uniform: candidates and weights at random. contended: a need sees packages of its own block of about 400 only, the better of two
 * drawn, and 70 % of a weight is the package's quality, the same for every need.
 *
 * @param {'uniform' | 'contended'} kind @param {number} needCount
 */
export function generatedRound(kind, needCount, seed = 1) {
  const random = numbers(seed);
  const below = (n) => Math.floor(random() * n);
  const packageCount = Math.floor(0.4 * needCount);
  const candidates = 20;
  const capacity = Int32Array.from({ length: packageCount }, () => 1 + below(5));
  const quality = Float64Array.from({ length: packageCount }, random);
  const blocks = kind === 'uniform' ? 1 : Math.max(1, Math.floor(packageCount / 400));
  const seenBy = new Int32Array(packageCount).fill(-1);
  const packageOf = new Int32Array(needCount * candidates);
  const weight = new Float64Array(needCount * candidates);
  for (let i = 0; i < needCount; i++) {
    const block = below(blocks);
    const first = Math.floor((block * packageCount) / blocks);
    const size = Math.floor(((block + 1) * packageCount) / blocks) - first;
    for (let c = 0; c < candidates; c++) {
      let j = 0;
      do {
        j = first + below(size);
        if (kind === 'contended') {
          const other = first + below(size);
          if (quality[other] > quality[j]) j = other;
        }
      } while (seenBy[j] === i);
      seenBy[j] = i;
      packageOf[i * candidates + c] = j;
      const worth = kind === 'uniform' ? random() : 0.7 * quality[j] + 0.3 * random();
      weight[i * candidates + c] = 1 + Math.floor(worth * 9999);
    }
  }
  return {
    needCount,
    demand: new Int32Array(needCount).fill(1),
    mandatory: null,
    groupOf: null,
    groupFloor: new Int32Array(0),
    rowStart: Int32Array.from({ length: needCount + 1 }, (_, i) => i * candidates),
    packageOf,
    weight,
    packageCount,
    nodeCount: packageCount,
    parent: new Int32Array(packageCount).fill(-1),
    capacity,
    floor: new Int32Array(packageCount),
  };
}
