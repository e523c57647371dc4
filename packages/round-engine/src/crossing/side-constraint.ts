/** A bound on a weighted sum of choices that follows no nesting: small providers in one district from one fund, say. */
export interface SideConstraint {
  readonly pairs: Int32Array;
  /** What each of the pairs counts, finite; without it one each. */
  readonly factor?: Float64Array;
  readonly least: number;
  readonly most: number;
}
