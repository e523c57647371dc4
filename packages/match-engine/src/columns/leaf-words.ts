/** Points that a package shares among its leaves. */
const LEAF_POINTS = 12;

/** How often the packages of each leaf use each term. */
export class LeafWords {
  /** By leaf: points by term number. */
  readonly terms: Map<number, number>[] = [];
  /** By leaf: points of all its packages. */
  readonly points: number[] = [];

  /**
   * @param leaves leaves of a package @param counts its pairs of term and times
   * @param sign 1 when it comes, -1 when it goes
   */
  count(leaves: Int32Array, counts: Int32Array, sign: 1 | -1): void {
    const points = sign * Math.max(1, Math.floor(LEAF_POINTS / Math.max(1, leaves.length)));
    for (const leaf of leaves) {
      const terms = (this.terms[leaf] ??= new Map<number, number>());
      this.points[leaf] = (this.points[leaf] ?? 0) + points;
      for (let i = 0; i < counts.length; i += 2) terms.set(counts[i]!, (terms.get(counts[i]!) ?? 0) + points);
    }
  }
}
