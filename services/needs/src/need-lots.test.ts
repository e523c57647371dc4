import { drawLots, followComponents, singleLot } from './need-lots';

const before = [
  { id: 'a', title: '一', components: ['x.a', 'x.b'] },
  { id: 'b', title: '二', components: ['x.c'] },
];
const newId = () => 'new';

test('one lot keeps the id of the lot that was first', () => {
  expect(singleLot('全部', ['x.a'], before, newId)).toEqual([{ id: 'a', title: '全部', components: ['x.a'] }]);
  expect(singleLot('全部', [], [], newId)).toEqual([{ id: 'new', title: '全部', components: [] }]);
});

test('drawn lots follow the services: what is gone leaves, what is new joins the first', () => {
  expect(followComponents(before, ['x.a', 'x.d'])).toEqual([{ id: 'a', title: '一', components: ['x.a', 'x.d'] }]);
  expect(followComponents(before, [])).toEqual([{ id: 'a', title: '一', components: [] }]);
});

test('a service in two lots, in none, or not asked for, and a lot of another need are told apart', () => {
  const { faults } = drawLots(
    [
      { id: 'z', title: '一', components: ['x.a', 'x.q'] },
      { title: '二', components: ['x.a'] },
    ],
    ['x.a', 'x.b'],
    before,
    newId,
  );
  expect(faults.map((fault) => fault.pointer)).toEqual([
    '/lots/0/id',
    '/lots/0/components/1',
    '/lots/1/components/0',
    '/lots',
  ]);
});
