import type { SearchQuery } from '@duijie/contracts';
import type { DocumentsReadModel } from './persistence/documents.read-model';
import type { Reading } from './reading';
import { termsOf } from './text/terms';
import { understandQuery } from './text/understand-query';
import type { Vocabulary } from './text/vocabulary';
import { weighTerms } from './text/weigh-terms';

/** Understands the words of a query and weighs its terms. */
export const readQuery =
  (deps: { documents: DocumentsReadModel; vocabulary: () => Promise<Vocabulary> }) =>
  async ({ q, without }: Pick<SearchQuery, 'q' | 'without'>): Promise<Reading> => {
    if (q === '') return { text: '', words: '', places: [], leaves: [], intents: [], understood: [], terms: [] };
    const written = termsOf(q);
    const [vocabulary, first] = await Promise.all([deps.vocabulary(), deps.documents.frequencies(written)]);
    const understood = understandQuery(q, vocabulary, (pair) => (first.of.get(pair) ?? 0) > 0, without);
    const terms = termsOf(understood.words);
    const { documents, of } = terms.every((term) => written.includes(term))
      ? first
      : await deps.documents.frequencies(terms);
    const frequency = (term: string): number => of.get(term) ?? 0;
    return {
      ...understood,
      terms: weighTerms(terms, documents, frequency).map((weighed) => ({
        ...weighed,
        documents: frequency(weighed.term),
      })),
    };
  };
