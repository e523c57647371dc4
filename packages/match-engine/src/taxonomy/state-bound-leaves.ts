/** Facts of a compound that tell which services can be meant at all. Unknown facts rule nothing out. */
export interface SiteState {
  readonly propertyState: string | null;
  readonly committeeState: string | null;
}

const STATES: readonly ((state: SiteState) => boolean)[] = [
  ({ committeeState }) => committeeState === 'active',
  ({ committeeState }) => committeeState === 'none',
  ({ propertyState }) => propertyState === 'managed' || propertyState === 'self_managed',
];
/** By leaf code: bits of the states in which nobody would mention the service unless it was asked for. */
const RULED_OUT_IN: Readonly<Record<string, number>> = {
  'owners.proxy': 1,
  'owners.election': 1,
  'owners.secretary': 2,
  'property.custody': 4,
};

/**
 * The state of a place in bits.
 *
 * @param site its facts
 * @returns bits: 1 the committee works, 2 there is none, 4 somebody manages the property
 */
export const stateBits = (site: SiteState): number =>
  STATES.reduce((bits, holds, i) => (holds(site) ? bits | (1 << i) : bits), 0);

/**
 * States that rule a service out, unless it is asked for: to act for a committee, there must be none that works.
 *
 * @param code leaf code
 * @returns bits as of `stateBits`
 */
export const ruledOutStates = (code: string): number => RULED_OUT_IN[code] ?? 0;
