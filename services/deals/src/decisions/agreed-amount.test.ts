import { agreedAmount } from './agreed-amount';

const agreed = (facts: Partial<Parameters<typeof agreedAmount>[0]>) =>
  agreedAmount({ given: null, offered: null, money: { kind: 'unknown' }, elsewhereFen: 0, onlyLot: true, ...facts });
const fixed = { kind: 'fixed', amountFen: 1000 } as const;
const range = { kind: 'range', minFen: 500, maxFen: 1000 } as const;

test.each([
  ['what is given counts before what is offered', { given: 7, offered: 8 }, 7],
  ['what is offered counts where nothing is given', { offered: 8, money: range }, 8],
  ['a fixed sum counts where neither names one', { money: fixed }, 1000],
  ['not so where the sum is for several lots', { money: fixed, onlyLot: false }, null],
  ['the whole budget may be used', { given: 1000, money: range }, 1000],
  ['what other lots leave may be used', { given: 400, money: range, elsewhereFen: 600 }, 400],
  ['what is left of a fixed sum counts after an agreement was terminated', { money: fixed, elsewhereFen: 300 }, 700],
  ['no money, no amount', { given: 0, money: { kind: 'none' } as const }, null],
])('%s', (_name, facts, amountFen) => expect(agreed(facts)).toEqual({ amountFen }));

test.each([
  ['more than the budget', { given: 1001, money: range }],
  ['more than the fixed sum', { offered: 1001, money: fixed }],
  ['more than other lots leave', { given: 401, money: range, elsewhereFen: 600 }],
  ['anything where there is no money', { offered: 1, money: { kind: 'none' } as const }],
])('%s is a fault of the amount', (_name, facts) =>
  expect(agreed(facts)).toMatchObject({ fault: { pointer: '/amountFen' } }),
);
