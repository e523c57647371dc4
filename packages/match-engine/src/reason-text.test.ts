import { reasonText } from './reason-text';
import { reasonTexts } from './reason-texts';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).toSorted();

describe('reasonText', () => {
  it('fills in lists, money and names', () => {
    const reason = { code: 'kind.fail', params: { kind: 'property_firm', allowed: ['social_org', 'volunteer_group'] } };
    expect(reasonText(reason, 'zh')).toBe('物业服务企业不在可承接主体内（限社会组织、志愿服务队）');
    expect(reasonText(reason, 'en')).toBe(
      'a property firm may not supply (only a social organisation, a volunteer group)',
    );
  });

  it('gives the code where there are no words', () => {
    expect(reasonText({ code: 'x.y', params: {} }, 'en')).toBe('x.y');
  });

  it('has the same places in both languages', () => {
    for (const { zh, en } of Object.values(reasonTexts)) expect(new Set(places(en))).toEqual(new Set(places(zh)));
  });
});
