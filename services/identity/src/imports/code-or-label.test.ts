import { organisationKinds } from '@duijie/domain-kit';
import { codeOrLabel } from './code-or-label';

const kind = codeOrLabel(organisationKinds, { 社区: 'community' });

test.each([
  ['property_firm', 'property_firm'],
  ['物业服务企业', 'property_firm'],
  ['自管小组', 'self_management'],
  ['街道（镇）', 'subdistrict'],
  ['社区', 'community'],
])('%s is %s', (value, code) => {
  expect(kind.parse(value)).toBe(code);
});

test('refuses what is neither', () => {
  expect(kind.safeParse('公司').success).toBe(false);
});
