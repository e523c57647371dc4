import { creationFault } from './creation-fault';
import { factFaults, vouchedFacts, writtenCreditCode } from './organisation-facts';

const nothing = { creditCode: null, district: null, subdistrict: null, community: null };

test('asks a community for its place, a firm for nothing', () => {
  expect(factFaults({ ...nothing, kind: 'community' }).map((f) => f.pointer)).toEqual([
    '/district',
    '/subdistrict',
    '/community',
  ]);
  expect(factFaults({ ...nothing, kind: 'property_firm' })).toEqual([]);
});

test('checks the credit code as it is written', () => {
  const creditCode = writtenCreditCode('９１３５０１００Ｍ０００１００Ｙ４３');
  expect(creditCode).toBe('91350100M000100Y43');
  expect(factFaults({ ...nothing, kind: 'property_firm', creditCode })).toEqual([]);
  expect(factFaults({ ...nothing, kind: 'property_firm', creditCode: '91350100M000100Y44' })).toHaveLength(1);
});

test('nobody makes a subdistrict or an association for themselves', () => {
  expect(creationFault('subdistrict', null)).not.toBeNull();
  expect(creationFault('department', null)).not.toBeNull();
  expect(creationFault('association', 'broker')).not.toBeNull();
  expect(creationFault('association', 'administrator')).toBeNull();
  expect(creationFault('subdistrict', 'broker')).toBeNull();
  expect(creationFault('property_firm', null)).toBeNull();
});

test('the area of an authority is vouched for, that of a firm is its own matter', () => {
  expect(vouchedFacts('subdistrict')).toContain('district');
  expect(vouchedFacts('property_firm')).not.toContain('district');
});
