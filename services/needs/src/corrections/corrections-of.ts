import type { NeedBody } from '@duijie/contracts';
import type { CorrectedPhrase } from './correction';

const mostEvidence = 5;
const longestPhrase = 20;

/**
 * What a poster's choice of services says of the words: those that led to a service that it kept mean it, those that led
 * to one that it took away do not, and words that nobody knew may mean a service that it added.
 * @param understood services proposed from the words alone @param unknown words that the taxonomy does not know
 * @returns nothing where the poster has touched no service
 */
export function correctionsOf(
  components: NeedBody['components'],
  understood: readonly { readonly code: string; readonly evidence: readonly string[] }[],
  unknown: readonly string[],
): CorrectedPhrase[] {
  if (components.every(({ source }) => source === 'proposed')) return [];
  const kept = new Map(components.map(({ code, source }) => [code, source]));
  const proposed = new Set(understood.map(({ code }) => code));
  const corrections = [
    ...understood.flatMap(({ code, evidence }): CorrectedPhrase[] =>
      kept.get(code) === 'proposed'
        ? []
        : evidence
            .slice(0, mostEvidence)
            .map((phrase) => ({ phrase, leaf: code, verdict: kept.has(code) ? 'means' : 'not' })),
    ),
    ...components.flatMap(({ code, source }): CorrectedPhrase[] =>
      source === 'given' && !proposed.has(code)
        ? unknown.map((phrase) => ({ phrase, leaf: code, verdict: 'means' }))
        : [],
    ),
  ];
  return corrections.filter(({ phrase }) => phrase.length <= longestPhrase);
}
