import type { LeafPhrases } from './leaf-phrases.js';
import { facilityPhrases } from './phrases-facility.js';
import { governancePhrases } from './phrases-governance.js';
import { livelihoodPhrases } from './phrases-livelihood.js';
import { makingPhrases } from './phrases-making.js';
import { ownersPhrases } from './phrases-owners.js';
import { propertyPhrases } from './phrases-property.js';
import { socialworkPhrases } from './phrases-socialwork.js';
import { supportPhrases } from './phrases-support.js';

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
];
