/** What proves a round best: anyone may check it against the round without solving it again. */
export interface RoundCertificate {
  /** The chosen pairs, ascending. */
  readonly chosen: Int32Array;
  /** What each need gains. */
  readonly needGain: Float64Array;
  /** What it costs to enter each package, provider or group of providers. */
  readonly nodePrice: Float64Array;
  /** What each group of needs is helped by to reach its floor; 0 or less. */
  readonly groupGain: Float64Array;
  /** Sum of the weights of the chosen pairs. */
  readonly objective: bigint;
}
