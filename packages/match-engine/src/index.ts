export { calibrate, type Calibration, type CalibrationStep, chanceOf, type Outcome } from './calibration/calibrate';
export { buildPackageColumns } from './columns/build-package-columns';
export type { PackageColumns } from './columns/package-columns';
export { putPackage } from './columns/put-package';
export { removePackage } from './columns/remove-package';
export type { Composite, CompositeMember, Composites, SetPart } from './composites/composite';
export { composites, type CompositeOptions } from './composites/composites';
export { type Day, dayNumber } from './day-number';
export type { EngineNeed, NeedComponent, NeedMoney, RequiredQualification } from './engine-need';
export type { EnginePackage, HeldQualification, ServiceArea } from './engine-package';
export { type Finding, RULE_CODES, type RuleCode } from './finding';
export { type Change, type Contribution, type Explanation, type Ranked, SCORE_PARTS, type ScorePart } from './ranked';
export { explain } from './ranking/explain';
export { findingsFor } from './ranking/findings-for';
export type { NeedFacts } from './ranking/need-facts';
export { bestOf, type Scored } from './ranking/best-of';
export { rank } from './ranking/rank';
export { readNeed } from './ranking/read-need';
export type { RankOptions } from './ranking/rank-options';
export { suggestedAmong } from './ranking/suggested-among';
export { idHash } from './ranking/id-hash';
export { tieKey } from './ranking/tie-key';
export type { Reason, ReasonParam } from './reason';
export type { JudgedNeed, JudgedPair } from './learning/judged-need';
export { learnPoints, LEAST_NEEDS, type LearntPoints } from './learning/learn-points';
export { orderFigures, type OrderFigures } from './learning/order-figures';
export { type PairParts, partsOf } from './ranking/parts-of';
export { NeedBook } from './keeping/need-book';
export { type ReasonLanguage, reasonText } from './reason-text';
export { qualificationKey } from './rules/qualification-key';
export { qualificationLeaves } from './rules/qualification-leaves';
export { sameQualification } from './rules/same-qualification';
export { defaultWeights } from './scoring/default-weights';
export type { Weights } from './scoring/weights';
export { WEIGHT_BOUNDS, weightsFaults, type WeightsFault } from './scoring/weights-faults';
export { openColumns } from './snapshot/open-columns';
export { rankShared, type SharedRanking } from './snapshot/rank-shared';
export { shareColumns } from './snapshot/share-columns';
export type { SharedColumns } from './snapshot/shared-columns';
export { shareNeeds, type SharedNeeds } from './snapshot/shared-needs';
export { buildTaxonomyIndex, type TaxonomyIndex } from './taxonomy/build-taxonomy-index';
export { defaultPhrases } from './taxonomy/default-phrases';
export type { LeafPhrases } from './taxonomy/leaf-phrases';
export type { TaxonomyLeaf } from './taxonomy/taxonomy-leaf';
export { normaliseText } from './text/normalise-text';
export { heardSyllable } from './text/sound-of';
export { tokenise } from './text/tokenise';
export { type Understood, type UnderstoodFacts, understandFacts } from './understanding/understand-facts';
export {
  type NeedText,
  type NeedUnderstanding,
  type UnderstoodComponent,
  understandNeed,
} from './understanding/understand-need';
export { PRICE_MODELS, PROVIDER_KINDS } from './vocabulary';
export type { Funding, PriceModel, ProviderKind, Urgency } from './vocabulary';
