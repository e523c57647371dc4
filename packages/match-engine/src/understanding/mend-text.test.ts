import { buildTaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { mendText } from './mend-text';

const leaf = (code: string, zh: string, ...synonyms: string[]) => ({ code, zh, synonyms, groupCode: 'g' });
const taxonomy = buildTaxonomyIndex(
  [
    leaf('a', '加装电梯与电梯安全', '加装电梯', '电梯'),
    leaf('b', '充电桩建设', '充电', '充电桩'),
    leaf('c', '矛盾纠纷调解', '人民调解', '调解'),
    leaf('d', '业委会换届', '业委会', '换届'),
    leaf('e', '停车治理', '停车位', '停车'),
    leaf('f', '物业临时托管', '物业撤场'),
  ],
  [],
);

describe('mendText', () => {
  it.each([
    { text: '老楼想加装电体', mended: '老楼想加装电梯', why: 'same sound' },
    { text: '电瓶车没处冲电', mended: '电瓶车没处充电', why: 'same sound, two characters' },
    { text: '业委汇到期要换界', mended: '业委会到期要换届', why: 'two words' },
    { text: '物业撒场了', mended: '物业撤场了', why: 'same shape' },
  ])('mends $text ($why)', ({ text, mended }) => {
    expect(mendText(taxonomy, text)).toBe(mended);
  });

  it.each(['加装电梯', '自行调节室温', '停车为主要问题', '点体温', '人名', ''])('leaves %s as it is', (text) => {
    expect(mendText(taxonomy, text)).toBe(text);
  });
});
