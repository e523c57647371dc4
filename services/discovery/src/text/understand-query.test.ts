import { understandQuery } from './understand-query';
import { buildVocabulary } from './vocabulary';

const subdistrict = { district: '锦江区', subdistrict: '牛市口街道' };
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
  [
    ...['沙河社区', '幸福社区'].map((community) => ({ ...subdistrict, community, compound: null })),
    { ...subdistrict, community: '沙河社区', compound: '星辉西苑' },
    // A name of two compounds, and one that is a word for a leaf.
    { ...subdistrict, community: '沙河社区', compound: '阳光家园' },
    { ...subdistrict, community: '幸福社区', compound: '阳光家园' },
    { ...subdistrict, community: '幸福社区', compound: '应急托管' },
  ],
);
const read = (q: string, without: ('place' | 'leaf' | 'correction')[] = []) =>
  understandQuery(q, vocabulary, () => true, without);

test('a place is taken out of the words and told', () => {
  expect(read('锦江应急托管')).toEqual({
    text: '锦江应急托管',
    words: '应急托管',
    places: [{ district: '锦江区', subdistrict: null, community: null, compound: null }],
    leaves: [expect.objectContaining({ code: 'property.custody', text: '应急托管' })],
    intents: [],
    understood: [
      { type: 'place', text: '锦江', district: '锦江区', subdistrict: null, community: null, compound: null },
      { type: 'leaf', text: '应急托管', code: 'property.custody', zh: '物业临时托管', en: 'Interim custody' },
    ],
  });
});
test('a short name of a subdistrict is known too', () => {
  expect(read('牛市口停车').places).toEqual([{ ...subdistrict, community: null, compound: null }]);
});
test('communities and compounds are places, by a name that one alone bears', () => {
  expect(read('星辉西苑加装电梯')).toMatchObject({
    words: '加装电梯',
    places: [{ ...subdistrict, community: '沙河社区', compound: '星辉西苑' }],
  });
  expect(read('沙河社区 停车').places).toEqual([{ ...subdistrict, community: '沙河社区', compound: null }]);
  expect(read('阳光家园 停车')).toMatchObject({ words: '阳光家园 停车', places: [] });
  expect(read('小区应急托管').places).toEqual([]);
});
test('天府新区 is not read as something else', () => {
  expect(read('天府新区 停车').understood).toContainEqual({
    type: 'place',
    text: '天府新区',
    district: '天府新区',
    subdistrict: null,
    community: null,
    compound: null,
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
