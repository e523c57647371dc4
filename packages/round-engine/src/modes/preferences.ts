/** What each side thinks of each pair; a pair of 0 or less is acceptable to neither. */
export interface Preferences {
  readonly byNeed: Float64Array;
  readonly byProvider: Float64Array;
  /** Order among needs that a provider thinks equal of, by need, least first; all different. One order for the whole round. */
  readonly tieOrder: Int32Array;
}
