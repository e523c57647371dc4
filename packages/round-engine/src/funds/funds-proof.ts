/** What proves how far from the best a round within funds can be: prices of money beside the prices of places. */
export interface FundsProof {
  /** What weights are multiplied by, so that tolls are integers. */
  readonly scale: number;
  /** What each fund asks for one unit of price, in points × scale; 0 or more. */
  readonly toll: Float64Array;
  /** As in a round's certificate, for the weights × scale less tolls. */
  readonly needGain: Float64Array;
  readonly nodePrice: Float64Array;
  readonly groupGain: Float64Array;
}
