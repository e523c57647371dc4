import { responseInput, type NeedBody, type ResponseInput } from '@duijie/contracts';
import type { z } from 'zod';
import { contentFaults, priceOf } from './content-faults';

const range: NeedBody['money'] = { kind: 'range', minFen: 1, maxFen: 9_000_000 };
const terms = { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'choice' } as const;
const components = ['property.custody', 'property.cleaning'];

const check = (
  input: z.input<typeof responseInput>,
  money: NeedBody['money'] = range,
  mode: NeedBody['mode'] = 'open_call',
  evaluation: NonNullable<NeedBody['terms']>['evaluation'] = 'choice',
) => {
  const lot = { components, mode, terms: { ...terms, evaluation } };
  const { faults, lacks } = contentFaults(responseInput.parse(input), { lot, money, leaderId: 'leader' });
  return { faults: faults.map(({ pointer }) => pointer), lacks: lacks.map(({ pointer }) => pointer) };
};
const fine = { faults: [], lacks: [] };
const priced: z.input<typeof responseInput>['components'] = components.map((code) => ({ code, amountFen: 100 }));
const other = '019a0000-0000-7000-8000-000000000001';

describe('contentFaults', () => {
  it('asks for nothing in a light mode, also where money is paid', () => {
    for (const mode of ['claim', 'direct', 'recorded', 'emergency'] as const)
      expect(check({}, range, mode)).toEqual(fine);
  });

  it('asks for a price of every component where responses are compared', () => {
    expect(check({})).toEqual({ faults: [], lacks: ['/components'] });
    expect(check({ components: [{ code: 'property.custody' }] })).toEqual({
      faults: [],
      lacks: ['/components/0/amountFen', '/components'],
    });
    expect(check({ components: priced })).toEqual(fine);
    expect(check({}, range, 'direct', 'price').lacks).toEqual(['/components']);
  });

  it.each([
    ['a fixed sum', { kind: 'fixed', amountFen: 500 }],
    ['no money', { kind: 'none' }],
  ] as const)('takes no price for %s', (_, money) => {
    expect(check({ components: [{ code: 'property.custody' }] }, money)).toEqual(fine);
    expect(check({ components: [{ code: 'property.custody', amountFen: 1 }] }, money).faults).toEqual([
      '/components/0/amountFen',
    ]);
  });

  it('keeps instalments within the price or the fixed sum', () => {
    const milestones = [{ title: '进场', amountFen: 201 }];
    expect(check({ components: priced, milestones }).faults).toEqual(['/milestones']);
    expect(check({ components: priced, milestones: [{ title: '进场', amountFen: 200 }] })).toEqual(fine);
    expect(check({ milestones }, { kind: 'fixed', amountFen: 200 }).faults).toEqual(['/milestones']);
    expect(check({ milestones }, { kind: 'none' }).faults).toEqual(['/milestones']);
  });

  it('takes components of the lot, each once, done by a party', () => {
    const faulty = [
      { code: 'elder.meals' },
      { code: 'property.custody', organisationId: other },
      { code: 'property.custody', organisationId: null },
    ];
    expect(check({ components: faulty }, range, 'direct').faults).toEqual([
      '/components/0/code',
      '/components/1/organisationId',
      '/components/2/code',
    ]);
    const member = { components: [{ code: 'property.custody', organisationId: other }], memberIds: [other] };
    expect(check(member, range, 'direct')).toEqual(fine);
  });

  it('lists members once', () => {
    expect(check({ memberIds: [other, other] }, range, 'direct').faults).toEqual(['/memberIds/1']);
  });

  it('repeats no amount in its words', () => {
    const lot = { components, mode: 'open_call', terms } as const;
    const input: ResponseInput = responseInput.parse({
      components: [{ code: 'property.custody', amountFen: 4_242_424 }],
      milestones: [{ title: '金丝雀', amountFen: 9_999_999 }],
    });
    const told = JSON.stringify(contentFaults(input, { lot, money: range, leaderId: 'leader' }));
    expect(told).not.toMatch(/4242424|9999999|金丝雀/);
  });
});

test('a price is the sum of what is priced, and none without any', () => {
  expect(priceOf(responseInput.parse({ components: priced }).components)).toBe(200);
  expect(priceOf([])).toBeNull();
});
