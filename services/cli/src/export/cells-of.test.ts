import { cellsOf } from './cells-of';

test('makes a column of every path, and leaves unknown facts empty', () => {
  expect(
    cellsOf([
      { id: 'a', place: { district: '锦江区', lng: null } },
      { id: 'b', tags: ['x', 'y'], price: 3 },
    ]),
  ).toEqual({
    headings: ['id', 'place.district', 'tags', 'price'],
    rows: [
      ['a', '锦江区', '', ''],
      ['b', '', 'x、y', 3],
    ],
  });
});
