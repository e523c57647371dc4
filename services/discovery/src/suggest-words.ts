import { searchKinds, type SuggestAnswer, type Suggestion } from '@duijie/contracts';
import type { EngineGuard } from './engine/engine-guard';
import { indexName } from './engine/index-name';
import type { SearchEngine } from './engine/search-engine';
import type { DocumentsReadModel } from './persistence/documents.read-model';
import { fold } from './text/fold';
import { readPinyin } from './text/read-pinyin';
import type { Vocabulary } from './text/vocabulary';

const engineBudgetMs = 80;
const mostLeaves = 3;

/** Leaves of which a name or synonym holds what is typed, as it is or read as pinyin; those that begin with it first. */
function leavesFor(typed: string, vocabulary: Vocabulary): Suggestion[] {
  const holding = (words: string) => [...vocabulary.leaves].filter(([word]) => word.includes(words));
  const asIs = holding(typed);
  const said = asIs.length > 0 ? typed : readPinyin(typed, vocabulary.sounds, () => false).query;
  const found = said === typed ? asIs : holding(said);
  const first = found.toSorted(([a], [b]) => a.indexOf(said) - b.indexOf(said) || a.length - b.length);
  const byCode = new Map(first.map(([, leaf]) => [leaf.code, leaf]));
  return [...byCode.values()]
    .slice(0, mostLeaves)
    .map((leaf): Suggestion => ({ type: 'leaf', text: leaf.zh, code: leaf.code }));
}

/**
 * Suggests while somebody types: leaves by the vocabulary, organisations and titles by the engine, or by the beginning of
 * their title when the engine is away or slow.
 */
export const suggestWords =
  (deps: {
    documents: DocumentsReadModel;
    engine: SearchEngine;
    guard: EngineGuard;
    namespace: string;
    vocabulary: () => Promise<Vocabulary>;
  }) =>
  async ({ q, limit }: { q: string; limit: number }): Promise<SuggestAnswer> => {
    const leaves = leavesFor(fold(q), await deps.vocabulary());
    const { answer, fault } = await deps.guard.ask(engineBudgetMs, (signal) =>
      deps.engine.search(
        {
          indexes: searchKinds.map((kind) => indexName(deps.namespace, kind)),
          queries: [{ q, strategy: 'last', filter: [], weight: 1 }],
          sort: [],
          offset: 0,
          limit: limit * 2,
          facets: [],
          fields: ['title'],
        },
        signal,
      ),
    );
    const contents = await deps.documents.contents(answer?.ids ?? (await deps.documents.titlesFrom(q, limit)));
    const organisations = contents
      .filter(({ item }) => item.kind === 'provider')
      .map(({ item }): Suggestion => ({ type: 'organisation', text: item.title, id: item.id }));
    const titles = contents
      .filter(({ item }) => item.kind !== 'provider')
      .map(({ item }): Suggestion => ({ type: 'title', text: item.title, kind: item.kind, id: item.id }));
    const room = Math.max(0, limit - leaves.length);
    const own = organisations.slice(0, Math.max(Math.ceil(room / 2), room - titles.length));
    return {
      items: [...leaves.slice(0, limit), ...own, ...titles.slice(0, room - own.length)],
      degraded: fault !== null && fault !== 'missing',
    };
  };
