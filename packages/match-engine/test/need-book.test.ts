import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { buildPackageColumns } from '../src/columns/build-package-columns';
import type { EngineNeed } from '../src/engine-need';
import { NeedBook } from '../src/keeping/need-book';
import { bestOf } from '../src/ranking/best-of';
import { readNeed } from '../src/ranking/read-need';
import { aTaxonomy } from './a-taxonomy';
import { crowdedNeed, crowdedPackages, someNeed, somePackages } from './worlds';

jest.setTimeout(60_000);

const asOfDay = '2026-12-01';
const step = fc.record({
  what: fc.constantFrom('put', 'put', 'put', 'remove', 'remove', 'need', 'drop' as const),
  at: fc.nat({ max: 39 }),
});

describe('NeedBook', () => {
  it.each([
    { name: 'any packages', packages: somePackages, need: someNeed },
    { name: 'packages nearly all of which may be suggested', packages: crowdedPackages, need: crowdedNeed },
  ])('keeps the lists of a full ranking through any changes: $name', ({ packages, need }) => {
    const needs = fc.array(need, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(packages, packages, needs, fc.array(step, { maxLength: 25 }), fc.constantFrom(1, 3, 10), check),
      { numRuns: 250 },
    );
  });
});

function check(
  before: Parameters<typeof buildPackageColumns>[0],
  after: Parameters<typeof buildPackageColumns>[0],
  asked: readonly EngineNeed[],
  steps: readonly { readonly what: string; readonly at: number }[],
  k: number,
): void {
  const columns = buildPackageColumns(before, aTaxonomy());
  const book = new NeedBook(columns, { k, asOfDay });
  const held = new Map<string, EngineNeed>();
  const putNeed = (at: number): void => {
    const need = { ...asked[at % asked.length]!, id: `n${at % asked.length}` };
    held.set(need.id, need);
    book.putNeed(need);
  };
  asked.forEach((_, at) => putNeed(at));
  for (const { what, at } of steps) {
    const shown = new Map([...held.keys()].map((id) => [id, book.listOf(id)]));
    let changed: readonly string[] = [];
    if (what === 'put' && after[at]) changed = book.putPackage(after[at]);
    else if (what === 'remove') changed = book.removePackage(`p${at}`);
    else if (what === 'need') putNeed(at);
    else if (what === 'drop') {
      const id = `n${at % asked.length}`;
      book.removeNeed(id);
      held.delete(id);
    }
    for (const [id, need] of held) {
      const list = book.listOf(id);
      expect(list).toEqual(bestOf(columns, readNeed(columns, need), { k, asOfDay }));
      // Whoever's list is another one is told, unless it was asked for.
      const isTold = what === 'need' || changed.includes(id) || isDeepStrictEqual(shown.get(id), list);
      expect(isTold).toBe(true);
    }
  }
}
