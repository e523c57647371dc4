import { aTaxonomy } from '../../test/a-taxonomy';
import { normaliseText } from './normalise-text';
import { recognisableWords } from './recognisable-words';
import { tokenise } from './tokenise';

const taxonomy = aTaxonomy();
const shared = (one: string, other: string): string[] => {
  const pairs = new Set(tokenise(other));
  return recognisableWords(taxonomy, normaliseText(one), normaliseText(other), (pair) => pairs.has(pair));
};

describe('recognisableWords', () => {
  it.each([
    // Words of the vocabulary, the longest that both texts have.
    ['物业费收不齐,院子没人打扫', '代收物业费,院内打扫', ['物业费']],
    ['电梯停了,水也停了,求马上接管', '三天内接管,保电梯、供水不断', ['电梯', '接管']],
    ['想请律师看看,开一次议事会', '议事会陪伴,律师到场', ['律师', '议事会']],
    // Not in the vocabulary, but bounded by marks, 的 or known words.
    ['夜里太黑,感应式夜灯最好', '安装感应式夜灯,保修两年', ['感应式夜灯']],
    ['我们的葡萄架子塌了', '修葡萄架子、补围栏', ['葡萄架子']],
    // Latin words whole.
    ['大厅要放一台AED', 'aed 配置与培训', ['aed']],
  ])('%s | %s', (one, other, words) => {
    expect(shared(one, other)).toEqual(words);
    expect(shared(other, one).toSorted()).toEqual(words.toSorted());
  });

  it.each([
    ['都提业费的事', '各院打听业费'],
    ['三个院子', '这个院里'],
    ['社区居民', '小区居民楼前'],
    ['我们想请人来看看', '有人想请人来帮忙'],
    ['2026年', '2026号'],
    ['', ''],
  ])('shows nothing rather than fragments: %s | %s', (one, other) => {
    for (const word of shared(one, other)) expect(taxonomy.conceptsOf.has(word)).toBe(true);
  });

  it('shows no word that is part of another shown one', () => {
    const words = shared('加装电梯的事,电梯要装', '加装电梯全包,电梯维保');
    expect(words).toEqual(['加装电梯']);
  });
});
