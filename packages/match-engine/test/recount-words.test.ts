import * as fc from 'fast-check';
import { buildPackageColumns } from '../src/columns/build-package-columns';
import { recountWords } from '../src/columns/recount-words';
import { NeedBook } from '../src/keeping/need-book';
import { bareList } from '../src/ranking/bare-list';
import { contributionsFrom } from '../src/ranking/contributions';
import { rank } from '../src/ranking/rank';
import { aTaxonomy } from './a-taxonomy';
import { someNeed, somePackages } from './worlds';

jest.setTimeout(60_000);
const options = { k: 5, asOfDay: '2026-12-01' };

describe('statistics of words that are held still', () => {
  it('are the same in an index that was there when they were counted and in one that is built later', () => {
    fc.assert(
      fc.property(
        somePackages,
        somePackages,
        fc.array(someNeed, { minLength: 1, maxLength: 4 }),
        (before, after, needs) => {
          const there = buildPackageColumns(before, aTaxonomy());
          recountWords(there);
          const changed = after.slice(0, Math.ceil(after.length / 2));
          const gone = before.at(-1);
          for (const pkg of changed) there.put(pkg);
          if (gone) there.remove(gone.id);

          const now = new Map([...before, ...changed].map((pkg) => [pkg.id, pkg]));
          if (gone) now.delete(gone.id);
          const later = buildPackageColumns([...now.values()], aTaxonomy());
          const was = new Map(before.map((pkg) => [pkg.id, pkg]));
          const ids = new Set([...changed.map(({ id }) => id), ...(gone ? [gone.id] : [])]);
          recountWords(
            later,
            [...ids].map((id) => ({ id, pkg: was.get(id) ?? null })),
          );
          for (const need of needs) expect(rank(later, need, options)).toEqual(rank(there, need, options));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('lists in bare numbers', () => {
  it('are those of a full ranking, from the index and from a book', () => {
    fc.assert(
      fc.property(somePackages, someNeed, (packages, need) => {
        const columns = buildPackageColumns(packages, aTaxonomy());
        const ranked = rank(columns, need, options);
        const shown = (list: ReturnType<typeof bareList>) =>
          list.map(({ packageId, score, points }) => ({ packageId, score, contributions: contributionsFrom(points) }));
        const wanted = ranked.map(({ packageId, score, contributions }) => ({ packageId, score, contributions }));
        expect(shown(bareList(columns, need, options))).toEqual(wanted);
        const book = new NeedBook(columns, options);
        book.putNeed(need);
        expect(shown([...book.bareListOf(need.id)])).toEqual(wanted);
        const [first] = wanted;
        expect(book.needsListing(first ? [first.packageId] : ['none'])).toEqual(first ? [need.id] : []);
      }),
      { numRuns: 200 },
    );
  });
});
