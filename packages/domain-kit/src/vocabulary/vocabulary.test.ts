import * as kit from '../index';
import { codesOf, defineVocabulary, isCodeOf } from './vocabulary';

const families = [
  kit.affiliationKinds,
  kit.bidStates,
  kit.committeeStates,
  kit.compoundTypes,
  kit.feeRegimes,
  kit.fundings,
  kit.matchStates,
  kit.memberRoles,
  kit.milestoneStates,
  kit.modes,
  kit.needScopes,
  kit.needStates,
  kit.organisationKinds,
  kit.packageStates,
  kit.priceModels,
  kit.propertyStates,
  kit.urgencies,
  kit.verificationStates,
];

describe('vocabularies', () => {
  it('give every code a word in both languages, no word twice in a family', () => {
    for (const family of families) {
      const labels = Object.values(family);
      for (const language of ['zh', 'en'] as const) {
        const words = labels.map((label) => label[language]);
        expect(words.every((word) => word.trim() === word && word !== '')).toBe(true);
        expect(new Set(words).size).toBe(words.length);
      }
    }
  });

  it('list their codes in order', () => {
    expect(codesOf(kit.urgencies)).toEqual(['low', 'normal', 'high', 'emergency']);
    expect(() => codesOf(defineVocabulary({}))).toThrow(TypeError);
  });

  it('know their codes and nothing else', () => {
    expect(isCodeOf(kit.committeeStates, 'n/a')).toBe(true);
    expect(isCodeOf(kit.committeeStates, 'toString')).toBe(false);
    expect(isCodeOf(kit.committeeStates, 7)).toBe(false);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(kit.needStates)).toBe(true);
    expect(Object.isFrozen(kit.needStates.draft)).toBe(true);
  });
});
