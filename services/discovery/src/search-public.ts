import type { SearchAnswer, SearchQuery } from '@duijie/contracts';
import type { EngineGuard } from './engine/engine-guard';
import type { Found } from './found';
import type { DocumentsReadModel } from './persistence/documents.read-model';
import { presentFacets } from './present-facets';
import { presentHit } from './present-hit';
import { rankContents } from './rank-contents';
import type { Reading } from './reading';
import { wantedOf, type Wanted } from './wanted';

/** What is left of a second answers without the engine. */
const engineBudgetMs = 600;
const furthest = 1000;
const degradedMessage = {
  zh: '搜索引擎暂时不可用，这是简化的结果，没有分类统计',
  en: 'The search engine is away for the moment; these are plain results without facets',
};

const tenths = (ms: number): number => Math.round(ms * 10) / 10;

interface Deps {
  readonly documents: DocumentsReadModel;
  readonly guard: EngineGuard;
  readonly readQuery: (query: SearchQuery) => Promise<Reading>;
  readonly findByEngine: (wanted: Wanted, reading: Reading, signal: AbortSignal) => Promise<Found>;
  readonly findByTerms: (wanted: Wanted, reading: Reading) => Promise<Found>;
  /** Told what was searched for, and whether anything was found. */
  readonly asked: (q: string, found: boolean) => void;
  readonly insteadOfNothing: (query: SearchQuery, reading: Reading) => Promise<NonNullable<SearchAnswer['instead']>>;
}

/**
 * Searches what everybody may find. The engine gives candidates, counts and orders; the table decides what is visible at
 * this moment and holds what is shown.
 * @throws ValidationFailed when a place is half given
 */
export const searchPublic =
  ({ documents, guard, readQuery, findByEngine, findByTerms, asked: note, insteadOfNothing }: Deps) =>
  async (query: SearchQuery): Promise<SearchAnswer> => {
    const begunMs = performance.now();
    const wanted = wantedOf(query);
    const reading = await readQuery(query);
    const askedAtMs = performance.now();
    const asked = await guard.ask(engineBudgetMs, (signal) => findByEngine(wanted, reading, signal));
    const engineMs = performance.now() - askedAtMs;
    const found = asked.answer ?? (await findByTerms(wanted, reading));
    // An index that is not built yet is no outage: the table holds all that it will hold.
    const degraded = asked.fault !== null && asked.fault !== 'missing';
    const { offset, limit } = query;
    const firm = new Set(found.ids.slice(0, found.firm));
    const ranked = await documents.contents(found.ids.slice(0, found.ranked));
    const best = rankContents(ranked, firm, reading, wanted.near);
    const rest = found.ids.slice(found.ranked);
    // Positions of the page within the rest.
    const [from, to] = [offset, offset + limit].map((at) => Math.max(0, at - (found.page ?? 0) - best.length));
    const page = [...best.slice(offset, offset + limit), ...(await documents.contents(rest.slice(from, to)))];
    const whole = best.length + rest.length;
    const nothing = found.ranked > 0 && whole === 0;
    // Where nothing holds all words, what holds a part of them and none of their worth was counted, and is shown to nobody.
    const counted = nothing || (found.ranked > 0 && found.firm === 0) ? whole : found.total;
    const total = Math.min(counted, furthest);
    const reachable = Math.min(Math.max(counted, whole), furthest);
    const empty = page.length === 0 && offset === 0;
    const instead = empty ? await insteadOfNothing(query, reading) : null;
    // What only the filters left out is there to be found.
    if (query.q !== '' && offset === 0) note(query.q, !empty || (instead?.withoutFilters ?? 0) > 0);
    const terms = reading.terms.map(({ term }) => term);
    const corrected = reading.understood.some((u) => u.type === 'correction');
    return {
      items: page.map((content) => presentHit(content, terms, wanted.near)),
      total,
      nextOffset: offset + limit < reachable ? offset + limit : null,
      facets: found.facets === null ? null : presentFacets(nothing ? {} : found.facets),
      understood: [...reading.understood],
      corrected: corrected ? reading.text : null,
      instead,
      degraded,
      message: degraded ? degradedMessage : null,
      tookMs: tenths(performance.now() - begunMs),
      engineMs: tenths(engineMs),
    };
  };
