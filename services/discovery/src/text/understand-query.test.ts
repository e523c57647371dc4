import { understandQuery } from './understand-query';
import { buildVocabulary } from './vocabulary';

const vocabulary = buildVocabulary(
  {
    version: 1,
    groups: [
      {
        code: 'property',
        zh: '物业',
        en: 'Property',
        leaves: [
          {
            code: 'property.custody',
            zh: '物业临时托管',
            en: 'Interim custody',
            synonyms: ['应急托管'],
            coreService: false,
            retired: false,
          },
        ],
      },
    ],
  },
  ['锦江区', '高新区', '天府新区'],
  [{ district: '锦江区', subdistrict: '牛市口街道' }],
  [],
);
const read = (q: string, without: ('place' | 'leaf' | 'correction')[] = []) =>
  understandQuery(q, vocabulary, () => true, without);

test('a place is taken out of the words and told', () => {
  expect(read('锦江应急托管')).toEqual({
    text: '锦江应急托管',
    words: '应急托管',
    places: [{ district: '锦江区', subdistrict: null }],
    leaves: [expect.objectContaining({ code: 'property.custody', text: '应急托管' })],
    intents: [],
    understood: [
      { type: 'place', text: '锦江', district: '锦江区', subdistrict: null },
      { type: 'leaf', text: '应急托管', code: 'property.custody', zh: '物业临时托管', en: 'Interim custody' },
    ],
  });
});
test('a short name of a subdistrict is known too', () => {
  expect(read('牛市口停车').places).toEqual([{ district: '锦江区', subdistrict: '牛市口街道' }]);
});
test('天府新区 is not read as something else', () => {
  expect(read('天府新区 停车').understood).toContainEqual({
    type: 'place',
    text: '天府新区',
    district: '天府新区',
    subdistrict: null,
  });
});
test('a query that is only a place keeps its words', () => {
  expect(read('锦江区')).toMatchObject({ words: '锦江区', places: [] });
});
test('what is not wanted is not read', () => {
  expect(read('锦江应急托管', ['place', 'leaf'])).toMatchObject({ words: '锦江应急托管', understood: [] });
});

test('words of asking are no words to be found', () => {
  expect(read('请问哪里有应急托管')).toMatchObject({ words: '应急托管' });
  expect(read('怎么办')).toMatchObject({ words: '怎么办' });
});
test.each(['yingjituoguan', 'ying ji tuo guan', 'YJTG'])(
  '%s is read as Chinese where no document holds it',
  (typed) => {
    const understand = (occurs: (word: string) => boolean) => understandQuery(`锦江 ${typed}`, vocabulary, occurs);
    expect(understand(() => false)).toMatchObject({ words: '应急托管', leaves: [{ code: 'property.custody' }] });
    expect(understand((word) => !/\p{Script=Han}/u.test(word)).words).toBe(typed);
  },
);
test('a word heard in the south-west is read by its sound', () => {
  expect(understandQuery('物业林时脱管', vocabulary, (pair) => pair === '物业').text).toBe('物业临时托管');
});
