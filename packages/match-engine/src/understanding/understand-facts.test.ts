import { amountsIn } from '../text/amounts';
import { understandFacts } from './understand-facts';

const yuan = (text: string): number[][] => amountsIn(text).map(({ minFen, maxFen }) => [minFen / 100, maxFen / 100]);

describe('amountsIn', () => {
  it.each([
    ['预算3-5万元', [[30_000, 50_000]]],
    ['也就四五万', [[40_000, 50_000]]],
    ['社区能拿一万五', [[15_000, 15_000]]],
    ['每户两三千元', [[2000, 3000]]],
    [
      '每台补二十万,总共不超过一百五十万',
      [
        [200_000, 200_000],
        [1_500_000, 1_500_000],
      ],
    ],
    ['经费三千五百元', [[3500, 3500]]],
    ['1.5万', [[15_000, 15_000]]],
    ['136户,三个单元,2027年', []],
  ])('reads %s', (text, sums) => {
    expect(yuan(text)).toEqual(sums);
  });
});

describe('understandFacts', () => {
  it('tells money from the price of a unit, and that there is none', () => {
    expect(understandFacts('每户每月四五十块,预算六万').budget).toMatchObject({
      value: { minFen: 6_000_000, maxFen: 6_000_000 },
      evidence: ['六万'],
    });
    expect(understandFacts('每户每月四五十块').budget).toBeNull();
    expect(understandFacts('社区没有经费').budget?.value).toEqual({ minFen: 0, maxFen: 0 });
  });

  it('tells how pressing it is', () => {
    expect(understandFacts('电梯停运,马上要人接管').urgency).toMatchObject({ value: 'emergency', evidence: ['马上'] });
    expect(understandFacts('希望尽快').urgency?.value).toBe('high');
    expect(understandFacts('不着急,慢慢来').urgency?.value).toBe('low');
    expect(understandFacts('明年做').urgency).toBeNull();
  });

  it('tells who may come, and what they must hold', () => {
    const facts = understandFacts('资金是公益创投,只能给社会组织或志愿队伍,上门人员要有护理证。');
    expect(facts.kinds.map(({ value }) => value)).toEqual(['social_org', 'volunteer_group']);
    expect(facts.qualifications.map(({ value }) => value)).toEqual(['护理证']);
    expect(understandFacts('请一家物业公司,企业不能报').kinds).toEqual([]);
  });

  it('tells households and place, in full or in short', () => {
    const places = ['锦江区', '天府新区', '牛市口街道'];
    expect(understandFacts('小区1320户,在牛市口街道', places)).toMatchObject({
      households: { value: 1320 },
      place: { value: '牛市口街道', confidence: 0.9 },
    });
    expect(understandFacts('锦江这边', places).place).toMatchObject({ value: '锦江区', confidence: 0.6 });
  });

  it('does not take what happens again and again for an emergency', () => {
    expect(understandFacts('电梯老化经常困人，尽快检修').urgency?.value).toBe('high');
    expect(understandFacts('电梯困人，请马上派人').urgency?.value).toBe('emergency');
  });
});
