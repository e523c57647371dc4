/** What offers cost and who pays: caps on sums of prices, which no flow can keep. */
export interface Funds {
  /** Price of each pair, an integer in one unit (fen). */
  readonly price: Float64Array;
  /** Fund that pays for each need's offers, −1 for none. */
  readonly fundOf: Int32Array;
  /** What each fund has. */
  readonly budget: Float64Array;
}
