import fc from 'fast-check';
import { dueByPayee, termsFaults } from './terms-faults';
import { termsFromAward, withTerms } from './terms-of';

const leaves = ['a.one', 'b.two', 'c.three'];
const window = { start: '2026-01-01', end: '2026-06-30' };
const lead = 'lead';
const rules = { leaves, payees: [], milestones: [], allowedIds: new Set([lead, 'member']), limit: null };
const fen = fc.integer({ min: 0, max: 1_000_000_000 });

test('whatever was awarded, the prefilled terms hold: each leaf once, a sum that is the price, one payee a yuan', () => {
  const part = fc.record({
    code: fc.constantFrom(...leaves),
    organisationId: fc.constantFrom(lead, 'member'),
    amountFen: fc.option(fen),
  });
  const milestone = fc.record({
    title: fc.constant('节点'),
    dueOn: fc.constant(null),
    amountFen: fc.option(fen),
  });
  fc.assert(
    fc.property(fc.option(fen), fc.array(part), fc.array(milestone), (amountFen, parts, milestones) => {
      const terms = termsFromAward({ organisationId: lead, amountFen, parts, milestones }, leaves, window);
      expect(termsFaults(terms, rules)).toEqual([]);
      const due = [...dueByPayee(terms).values()];
      expect(due.reduce((sum, one) => sum + one, 0)).toBe(amountFen ?? 0);
    }),
  );
});

test('prices by component stand as they were offered, with the member that does each', () => {
  const parts = [
    { code: 'a.one', organisationId: lead, amountFen: 10 },
    { code: 'b.two', organisationId: 'member', amountFen: 20 },
    { code: 'c.three', organisationId: lead, amountFen: 0 },
  ];
  const terms = termsFromAward({ organisationId: lead, amountFen: 30, parts, milestones: [] }, leaves, window);
  expect(terms.components).toEqual(parts);
  expect(terms.milestones).toEqual([{ id: null, title: '全部完成', dueOn: '2026-06-30', amountFen: 30 }]);
});

test('a price that was agreed otherwise is shared out anew, without losing a fen', () => {
  const terms = termsFromAward({ organisationId: lead, amountFen: 100, parts: [], milestones: [] }, leaves, window);
  expect(terms.components.map(({ amountFen }) => amountFen)).toEqual([34, 33, 33]);
});

test('what is left out of a change stays; one component and one milestone follow the price', () => {
  const terms = termsFromAward({ organisationId: lead, amountFen: 100, parts: [], milestones: [] }, ['a.one'], window);
  expect(withTerms(terms, {})).toEqual(terms);
  expect(withTerms(terms, { priceFen: 120, endsOn: null })).toMatchObject({
    priceFen: 120,
    startsOn: '2026-01-01',
    endsOn: null,
    components: [{ amountFen: 120 }],
    milestones: [{ amountFen: 120 }],
  });
  expect(withTerms(terms, { priceFen: null }).components).toMatchObject([{ amountFen: null }]);
});

test('no component goes below what was paid, nothing delivered changes, and something is left to accept', () => {
  const held = {
    id: 'm1',
    title: '一期',
    dueOn: null,
    amountFen: 40,
    state: 'accepted',
    deliveredAt: new Date(0),
  } as const;
  const terms = {
    priceFen: 100,
    startsOn: null,
    endsOn: null,
    components: [{ code: 'a.one', organisationId: lead, amountFen: 100 }],
    milestones: [
      { id: 'm1', title: '一期', dueOn: null, amountFen: 40 },
      { id: null, title: '二期', dueOn: null, amountFen: 60 },
    ],
  };
  const running = { ...rules, leaves: ['a.one'], milestones: [held] };
  const pointers = (changed: Partial<typeof terms>, paidFen = 0): string[] =>
    termsFaults({ ...terms, ...changed }, { ...running, payees: [{ organisationId: lead, dueFen: 100, paidFen }] }).map(
      ({ pointer }) => pointer,
    );
  expect(pointers({}, 100)).toEqual([]);
  expect(pointers({}, 101)).toEqual(['/components']);
  expect(pointers({ milestones: terms.milestones.slice(0, 1) })).toEqual(['/milestones']);
  expect(pointers({ milestones: terms.milestones.slice(1) })).toEqual(['/milestones']);
  expect(pointers({ milestones: [{ ...terms.milestones[0]!, amountFen: 41 }, terms.milestones[1]!] })).toEqual([
    '/milestones/0',
    '/milestones',
  ]);
  expect(pointers({ startsOn: '2026-02-01', endsOn: '2026-01-31' } as object)).toEqual(['/endsOn']);
});
