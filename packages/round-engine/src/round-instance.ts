/**
 * One round in dense numbers: needs × candidates, places on the way from a package up to the round, and what must be filled.
 * A *node* is a package (0 … packageCount − 1) or something above packages: a provider, a group of providers (nested caps).
 */
export interface RoundInstance {
  readonly needCount: number;
  /** At most so many offers a need, by need. */
  readonly demand: Int32Array;
  /** 1 where the need must get exactly its demand; null when none must. */
  readonly mandatory: Uint8Array | null;
  /** Group of each need (its district), −1 for none; null when there are no groups. */
  readonly groupOf: Int32Array | null;
  /** Least number of offers to the needs of a group, by group. */
  readonly groupFloor: Int32Array;
  /** Candidates of need i are the pairs rowStart[i] … rowStart[i + 1] − 1. */
  readonly rowStart: Int32Array;
  /** Package of each pair. */
  readonly packageOf: Int32Array;
  /** Worth of each pair, an integer of at most 2^50 either way; −Infinity for a pair that may not be. */
  readonly weight: Float64Array;
  readonly packageCount: number;
  /** Packages and everything above them. */
  readonly nodeCount: number;
  /** Node above each node, −1 at the top; a node above has a higher number than those below it. */
  readonly parent: Int32Array;
  /** At most so many offers pass through the node. */
  readonly capacity: Int32Array;
  /** At least so many offers pass through the node (a reservation). */
  readonly floor: Int32Array;
}
