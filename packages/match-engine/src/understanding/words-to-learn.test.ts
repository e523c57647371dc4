import { aTaxonomy } from '../../test/a-taxonomy';
import type { LearntPhrases } from '../taxonomy/learnt-phrases';
import { understandNeed } from './understand-need';
import { wordsToLearn } from './words-to-learn';

const understood = (description: string, learnt?: LearntPhrases) =>
  understandNeed({ title: '', description }, aTaxonomy(learnt)).components;
const codesOf = (text: string, learnt?: LearntPhrases) => understood(text, learnt).map(({ code }) => code);

describe('wordsToLearn', () => {
  it('gives words that the taxonomy does not know, without those of grammar and of every need', () => {
    const words = wordsToLearn(aTaxonomy(), '小区想请人给坝坝铺地砖，不要换电梯', 8);
    expect(words).toContain('铺地砖');
    expect(words).not.toContain('小区');
    expect(words.some((word) => word.includes('电梯'))).toBe(false);
  });

  it('puts together what the dictionary gives character by character', () => {
    expect(wordsToLearn(aTaxonomy(), '想给院里办几场咡咡糕，第一回', 8)).toContain('咡咡糕');
  });
});

describe('learnt phrases', () => {
  const elevator = 'facility.elevator';
  it('mean the leaf that people said', () => {
    expect(codesOf('铁笼子又卡住了')).not.toContain(elevator);
    expect(codesOf('铁笼子又卡住了', { means: [{ phrase: '铁笼子', code: elevator }], not: [] })[0]).toBe(elevator);
  });

  it('stop meaning a leaf, while other phrases of it go on', () => {
    const not = [{ phrase: '电梯', code: elevator }];
    const evidence = (learnt?: LearntPhrases) =>
      understood('电梯口堆了杂物', learnt).find(({ code }) => code === elevator)?.evidence ?? [];
    expect(evidence()).toContain('电梯');
    expect(evidence({ means: [], not })).not.toContain('电梯');
  });

  it('of leaves that are gone are left out', () => {
    expect(codesOf('铁笼子', { means: [{ phrase: '铁笼子', code: 'no.such' }], not: [] })).not.toContain('no.such');
  });
});
