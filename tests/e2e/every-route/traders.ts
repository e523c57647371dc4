import type { Newcomer, Party } from '../people';

/** Who trades: all but the administrator act for an organisation of their own. */
export interface Traders {
  readonly community: Party;
  /** Of another community. */
  readonly neighbour: Party;
  readonly provider: Party;
  readonly rival: Party;
  readonly partner: Party;
  /** Sponsors the partner. */
  readonly founder: Party;
  readonly officer: Party;
  readonly administrator: Party;
  /** Another broker, and one who leaves. */
  readonly colleague: Newcomer;
  readonly leaver: Newcomer;
  readonly communityName: string;
  /** Another provider, of which nothing is known yet. */
  readonly newcomer: () => Promise<Newcomer>;
  readonly place: { readonly district: string; readonly districtCode: string };
}
