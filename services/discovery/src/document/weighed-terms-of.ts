import { searchFields } from '@duijie/contracts';
import { fieldWeights } from '../text/score-fields';
import { termsOf } from '../text/terms';
import { fieldTextsOf, type SearchContent } from './search-content';

/** Terms of a document with the sum of the weights of their fields, in tenths. */
export function weighedTermsOf(content: SearchContent): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const fields = fieldTextsOf(content);
  for (const field of searchFields)
    for (const term of termsOf(fields[field]))
      weights.set(term, (weights.get(term) ?? 0) + Math.round(fieldWeights[field] * 10));
  return weights;
}
