export { buildPackageColumns } from './columns/build-package-columns.js';
export type { PackageColumns } from './columns/package-columns.js';
export { putPackage } from './columns/put-package.js';
export { removePackage } from './columns/remove-package.js';
export { type Day, dayNumber } from './day-number.js';
export type { EngineNeed, NeedComponent, NeedMoney, RequiredQualification } from './engine-need.js';
export type { EnginePackage, HeldQualification, ServiceArea } from './engine-package.js';
export { type Finding, RULE_CODES, type RuleCode } from './finding.js';
export {
  type Change,
  type Contribution,
  type Explanation,
  type Ranked,
  SCORE_PARTS,
  type ScorePart,
} from './ranked.js';
export { explain } from './ranking/explain.js';
export { rank } from './ranking/rank.js';
export type { RankOptions } from './ranking/rank-options.js';
export { idHash } from './ranking/id-hash.js';
export { tieKey } from './ranking/tie-key.js';
export type { Reason, ReasonParam } from './reason.js';
export { type ReasonLanguage, reasonText } from './reason-text.js';
export { defaultWeights } from './scoring/default-weights.js';
export type { Weights } from './scoring/weights.js';
export { buildTaxonomyIndex, type TaxonomyIndex } from './taxonomy/build-taxonomy-index.js';
export { defaultPhrases } from './taxonomy/default-phrases.js';
export type { LeafPhrases } from './taxonomy/leaf-phrases.js';
export type { TaxonomyLeaf } from './taxonomy/taxonomy-leaf.js';
export { normaliseText } from './text/normalise-text.js';
export { tokenise } from './text/tokenise.js';
export {
  type NeedText,
  type NeedUnderstanding,
  type UnderstoodComponent,
  understandNeed,
} from './understanding/understand-need.js';
export { PRICE_MODELS, PROVIDER_KINDS } from './vocabulary.js';
export type { Funding, PriceModel, ProviderKind, Urgency } from './vocabulary.js';
