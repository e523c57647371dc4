import { respondBarrier } from './respond-barrier';

const facts = { mode: 'quotation', eligibleKinds: [], kind: 'property_firm', introduced: true } as const;

test('a kind that may not supply is told so first', () => {
  expect(respondBarrier({ ...facts, eligibleKinds: ['social_org'], introduced: false })).toBe('kind');
  expect(respondBarrier({ ...facts, eligibleKinds: ['social_org', 'property_firm'] })).toBeNull();
});

test('who was not introduced may answer a claim and an open call only', () => {
  for (const mode of ['direct', 'quotation', 'emergency'] as const)
    expect(respondBarrier({ ...facts, mode, introduced: false })).toBe('introduction');
  for (const mode of ['claim', 'open_call'] as const)
    expect(respondBarrier({ ...facts, mode, introduced: false })).toBeNull();
});

test('nobody is turned away while it is not known whether they were introduced', () => {
  expect(respondBarrier({ ...facts, introduced: null })).toBeNull();
});
