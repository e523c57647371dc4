import { NotAllowed } from '@duijie/service-kit';
import { requireScreener, whoScreens } from './who-screens';

const facts = { validFrom: null, source: null, status: 'known', evidence: null, retired: false } as const;
const city = { ...facts, jurisdiction: { code: '510100', zh: '成都市' } };
const jinjiang = { ...facts, jurisdiction: { code: '510104', zh: '锦江区' } };
const on = '2026-12-01';

test('either screens where no rule says otherwise', () => {
  expect(whoScreens([], { district: '锦江区', on })).toBe('either');
  expect(whoScreens([city], { district: '锦江区', on })).toBe('either');
});
test('the most local rule says who screens', () => {
  const rules = [
    { ...city, by: 'association' as const },
    { ...jinjiang, by: 'subdistrict' as const },
  ];
  expect(whoScreens(rules, { district: '锦江区', on })).toBe('subdistrict');
  expect(whoScreens(rules, { district: '武侯区', on })).toBe('association');
});
test.each([
  ['association', 'association'],
  ['subdistrict', 'subdistrict'],
  ['department', 'subdistrict'],
  ['subdistrict', 'either'],
] as const)('a %s may where the %s screens', (kind, screener) => {
  expect(() => requireScreener({ kind }, screener)).not.toThrow();
});
test.each([
  ['association', 'subdistrict'],
  ['subdistrict', 'association'],
] as const)('a %s may not where the %s screens', (kind, screener) => {
  expect(() => requireScreener({ kind }, screener)).toThrow(NotAllowed);
});
