import type { LeafPhrases } from './leaf-phrases';
import { facilityPhrases } from './phrases-facility';
import { governancePhrases } from './phrases-governance';
import { livelihoodPhrases } from './phrases-livelihood';
import { localPhrases } from './phrases-local';
import { makingPhrases } from './phrases-making';
import { ownersPhrases } from './phrases-owners';
import { propertyPhrases } from './phrases-property';
import { socialworkPhrases } from './phrases-socialwork';
import { supportPhrases } from './phrases-support';

/**
 * How people speak of every leaf of the published taxonomy. Written from general usage by somebody who had read the dev
 * set: figures for understanding on that set flatter it.
 */
export const defaultPhrases: readonly LeafPhrases[] = [
  ...governancePhrases,
  ...ownersPhrases,
  ...propertyPhrases,
  ...facilityPhrases,
  ...livelihoodPhrases,
  ...makingPhrases,
  ...socialworkPhrases,
  ...supportPhrases,
].map(({ code, strong, weak }) => ({
  code,
  strong: [...strong, ...(localPhrases[code]?.strong ?? [])],
  weak: [...weak, ...(localPhrases[code]?.weak ?? [])],
}));
