import type { SimilarAnswer, SimilarQuery } from '@duijie/contracts';
import { NotFound } from '@duijie/service-kit';
import { documentId } from '../document/document-id';
import { fieldTextsOf, type SearchContent } from '../document/search-content';
import type { DocumentsReadModel } from '../persistence/documents.read-model';
import { scoreFields, weighedLength } from '../text/score-fields';
import { termsOf } from '../text/terms';
import { weighTerms } from '../text/weigh-terms';

const mostCandidates = 200;
const leafPart = 0.6;
const placePart = 0.15;

const share = (own: readonly string[], others: readonly string[]): number => {
  const all = new Set([...own, ...others]);
  return all.size === 0 ? 0 : own.filter((one) => others.includes(one)).length / all.size;
};
const servedTogether = (a: SearchContent, b: SearchContent): number =>
  a.item.place.wholeCity || b.item.place.wholeCity || a.districts.some((d) => b.districts.includes(d)) ? 1 : 0;

/**
 * Finds what is like a document: of its services first, then by the words of its title and by where it is. Works without
 * the engine, in bounded work.
 * @throws NotFound when there is no such public document
 */
export const findSimilar =
  (documents: DocumentsReadModel) =>
  async ({ kind, id, limit }: SimilarQuery): Promise<SimilarAnswer> => {
    const [own] = await documents.contents([documentId(kind, id)]);
    if (!own) throw new NotFound();
    const terms = termsOf(own.item.title);
    const [candidates, { documents: count, of }] = await Promise.all([
      documents
        .ofLeaves(kind, own.codes, mostCandidates)
        .then((ids) => documents.contents(ids.filter((other) => other !== documentId(kind, id)))),
      documents.frequencies(terms),
    ]);
    const weighed = weighTerms(terms, count, (term) => of.get(term) ?? 0);
    const texts = candidates.map(fieldTextsOf);
    const average = texts.reduce((sum, fields) => sum + weighedLength(fields), 0) / Math.max(texts.length, 1);
    const held = texts.map((fields) => scoreFields(fields, weighed, average));
    const most = Math.max(Number.EPSILON, ...held);
    return {
      items: candidates
        .map((content, i) => ({
          content,
          score:
            leafPart * share(own.codes, content.codes) +
            (1 - leafPart - placePart) * (held[i]! / most) +
            placePart * servedTogether(own, content),
        }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ content }) => content.item),
    };
  };
