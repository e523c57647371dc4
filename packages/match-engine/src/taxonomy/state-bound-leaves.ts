/** Facts of a compound that tell which services can be meant at all. Unknown facts rule nothing out. */
export interface SiteState {
  readonly propertyState: string | null;
  readonly committeeState: string | null;
}

/** Services that suppose a state of the place: to act for a committee, there must be none that works. */
const SUPPOSES: Readonly<Record<string, (state: SiteState) => boolean>> = {
  'owners.proxy': ({ committeeState }) => committeeState !== 'active',
  'owners.election': ({ committeeState }) => committeeState !== 'active',
  'owners.secretary': ({ committeeState }) => committeeState !== 'none',
  'property.custody': ({ propertyState }) => propertyState !== 'managed' && propertyState !== 'self_managed',
};

/**
 * Tells whether a service that nobody asked for may be mentioned at a place in this state.
 *
 * @param code leaf code
 * @param state facts of the place
 * @returns false where the service supposes another state
 */
export function suitsState(code: string, state: SiteState): boolean {
  return SUPPOSES[code]?.(state) ?? true;
}
