/** What one provider was due and has had, over the days that the ledger looks back. */
export interface ExposureAccount {
  readonly providerId: string;
  /** Attention that its scores call for, and that its places brought, in millionths of a first place. */
  readonly merit: number;
  readonly exposure: number;
  /** Of all providers', in millionths. */
  readonly meritPpm: number;
  readonly exposurePpm: number;
  /** Lists of needs that it stood in on the last day. */
  readonly lists: number;
  readonly days: number;
  readonly owedPermille: number;
  readonly asOfDay: string;
}

/** Small differences move no list. */
const step = 50;

/**
 * How much of what its merit calls for a provider has not had.
 * @returns permille in steps of 50, 0..1000; 0 for who had as much or more
 * @see Biega, Gummadi & Weikum, "Equity of Attention", SIGIR 2018
 */
export const owedPermille = (merit: number, exposure: number): number =>
  merit <= exposure || merit <= 0 ? 0 : Math.min(1000, Math.floor((1000 * (merit - exposure)) / merit / step) * step);
