import type { RankColumns } from '../columns/rank-columns';
import type { EngineNeed } from '../engine-need';
import type { Weights } from '../scoring/weights';
import type { NeedFacts } from './need-facts';
import { prepareComponents, type PreparedComponents } from './prepare-components';
import { wordWeights } from './word-weights';

/** A need weighed for one index on one day, read by rules and scores. */
export interface PreparedNeed extends NeedFacts, PreparedComponents {
  readonly asOfDay: number;
  readonly openWindow: boolean;
  /** What is left (permille) of a means that is bound to something else. */
  readonly boundMeansPermille: number;
  /** Terms that some package has, and their weights. */
  readonly terms: Int32Array;
  readonly termWeights: Int32Array;
  readonly ruledOutTerms: Int32Array;
  readonly ruledOutWeights: Int32Array;
}

/** A prepared need with its words, for what people read. */
export interface DescribedNeed extends PreparedNeed {
  readonly need: EngineNeed;
}

const OPEN_DAYS = 365;
const cache = new WeakMap<RankColumns, Map<string, PreparedComponents>>();
const MOST_CACHED = 20_000;

/**
 * Prepares a need for one index.
 *
 * @param columns the index
 * @param facts the need as it was read
 * @param weights the weights in force
 * @param asOfDay the day on which it is judged, days since 1970-01-01
 * @returns the prepared need, valid until the index changes
 */
export function prepareNeed(columns: RankColumns, facts: NeedFacts, weights: Weights, asOfDay: number): PreparedNeed {
  const openWindow = Number.isNaN(facts.startDay);
  const startDay = openWindow ? asOfDay : facts.startDay;
  const said = wordWeights(columns, facts.termPairs);
  const denied = wordWeights(columns, facts.ruledOutPairs);
  const parts = componentsOf(columns, facts, weights);
  // Written out, since spreading takes a sixth of the time of a whole ranking.
  return {
    hash: facts.hash,
    district: facts.district,
    lng: facts.lng,
    lat: facts.lat,
    households: facts.households,
    chargedAreaM2: facts.chargedAreaM2,
    state: facts.state,
    kindBits: facts.kindBits,
    people: facts.people,
    budgetMinFen: facts.budgetMinFen,
    budgetMaxFen: facts.budgetMaxFen,
    emergency: facts.emergency,
    leadTimeWaived: facts.leadTimeWaived,
    zeroBudget: facts.zeroBudget,
    fixedSum: facts.fixedSum,
    scopeMatters: facts.scopeMatters,
    fromText: facts.fromText,
    excluded: facts.excluded,
    noBonus: facts.noBonus,
    components: facts.components,
    sureness: facts.sureness,
    termPairs: facts.termPairs,
    ruledOutPairs: facts.ruledOutPairs,
    qualifications: facts.qualifications,
    shares: parts.shares,
    credit: parts.credit,
    creditedLeaves: parts.creditedLeaves,
    isCredited: parts.isCredited,
    mostCoverage: parts.mostCoverage,
    asOfDay,
    openWindow,
    startDay,
    endDay: openWindow ? startDay + OPEN_DAYS : facts.endDay,
    boundMeansPermille: weights.boundMeansPermille,
    terms: said.terms,
    termWeights: said.weights,
    ruledOutTerms: denied.terms,
    ruledOutWeights: denied.weights,
  };
}

/** Many needs ask for the same services: what these weigh is reckoned once. */
function componentsOf(columns: RankColumns, facts: NeedFacts, weights: Weights): PreparedComponents {
  if (facts.fromText) return prepareComponents(columns, facts, weights);
  const { furtherComponentPermille, neighbourPermille, companionPermille } = weights;
  let key = `${facts.state} ${furtherComponentPermille} ${neighbourPermille} ${companionPermille}`;
  for (let c = 0; c < facts.components.length; c++) key += ` ${facts.components[c]} ${facts.sureness[c]}`;
  let known = cache.get(columns);
  if (!known || known.size > MOST_CACHED) cache.set(columns, (known = new Map<string, PreparedComponents>()));
  let parts = known.get(key);
  if (!parts) known.set(key, (parts = prepareComponents(columns, facts, weights)));
  return parts;
}
