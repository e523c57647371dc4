import { progressOf, type PairStep } from './pair-progress';

const pair = { packageId: 'p', providerId: 'o' };
const step = (facts: Partial<PairStep>): PairStep => ({
  kind: 'introduction',
  sourceId: 's',
  sequence: 1,
  needId: 'n',
  lotId: null,
  attempt: 0,
  organisationId: 'o',
  packageId: 'p',
  stage: 'introduced',
  ...facts,
});
const lot = (facts: Partial<PairStep> = {}): PairStep =>
  step({ kind: 'lot', lotId: 'l', attempt: 1, organisationId: null, packageId: null, stage: null, ...facts });
const response = (facts: Partial<PairStep> = {}): PairStep =>
  step({ kind: 'response', lotId: 'l', attempt: 1, stage: 'responded', ...facts });

test('the furthest step counts, and an answer goes before the introduction that it answers', () => {
  expect(progressOf([], pair)).toBeNull();
  expect(progressOf([step({}), step({ stage: 'declined' })], pair)).toBe('declined');
  expect(progressOf([step({ stage: 'declined' }), response()], pair)).toBe('responded');
  expect(progressOf([response(), lot({ organisationId: 'o', packageId: 'p', stage: 'awarded' })], pair)).toBe(
    'awarded',
  );
});

test("where no package was named every package of the provider is meant, another's never", () => {
  expect(progressOf([step({ packageId: null })], pair)).toBe('introduced');
  expect(progressOf([step({ packageId: 'other' })], pair)).toBeNull();
  expect(progressOf([step({ organisationId: 'x' }), step({ organisationId: 'x', packageId: null })], pair)).toBeNull();
});

test('what was withdrawn, and what belongs to an attempt that is over, counts no more', () => {
  expect(progressOf([response({ stage: null }), step({})], pair)).toBe('introduced');
  expect(progressOf([response(), lot({ attempt: 2 })], pair)).toBeNull();
  expect(progressOf([response({ attempt: 2 }), lot({ attempt: 2 })], pair)).toBe('responded');
});
