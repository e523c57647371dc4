import { governanceExamples } from './examples-governance';
import { livelihoodExamples } from './examples-livelihood';
import { propertyExamples } from './examples-property';
import { supportExamples } from './examples-support';

/** By leaf code: how its needs and packages read. */
export type LeafExamples = Readonly<Record<string, string>>;

/**
 * How the needs and packages of every leaf of the published taxonomy read: general usage, written without looking anything
 * up in a judged set. Where no package is known yet, these are what a text is compared with.
 */
export const leafExamples: LeafExamples = {
  ...governanceExamples,
  ...propertyExamples,
  ...livelihoodExamples,
  ...supportExamples,
};
