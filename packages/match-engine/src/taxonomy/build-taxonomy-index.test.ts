import { buildTaxonomyIndex } from './build-taxonomy-index';
import { companionLeaves } from './companion-leaves';
import { defaultPhrases } from './default-phrases';
import { findPhrases } from './find-phrases';

const leaf = { code: 'a.b', zh: '停车治理', synonyms: ['停车难'], groupCode: 'a' };

describe('buildTaxonomyIndex', () => {
  it('refuses a code that appears twice', () => {
    expect(() => buildTaxonomyIndex([leaf, leaf])).toThrow(RangeError);
  });

  it('works with leaves that nobody wrote phrases for', () => {
    const index = buildTaxonomyIndex([leaf]);
    expect(findPhrases(index, '小区停车难').map(({ phrase }) => phrase)).toEqual(['停车难']);
  });

  it('prefers the longest phrase', () => {
    const index = buildTaxonomyIndex([leaf], [{ code: 'a.b', strong: ['停车'], weak: [] }]);
    expect(findPhrases(index, '停车难,停车贵').map(({ phrase }) => phrase)).toEqual(['停车难', '停车']);
  });
});

describe('the published phrases', () => {
  it('speak once for each leaf, and companions name leaves that have phrases', () => {
    const codes = defaultPhrases.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const [code, companions] of Object.entries(companionLeaves)) {
      expect([code, ...companions].filter((one) => !codes.includes(one))).toEqual([]);
    }
  });

  it('have no empty phrase and none of one character but the plainest', () => {
    const phrases = defaultPhrases.flatMap(({ strong, weak }) => [...strong, ...weak].flatMap((set) => set.split('|')));
    expect(phrases.filter((phrase) => phrase.trim() === '')).toEqual([]);
  });
});
