import { providerGroups } from './provider-groups';

test('who is joined by links over several steps is one group; who stands alone has none', () => {
  const groups = providerGroups(
    ['a', 'b', 'c', 'd', 'e'],
    [
      { from: 'c', to: 'x' },
      { from: 'x', to: 'a' },
      { from: 'd', to: 'd' },
      { from: 'e', to: 'y' },
    ],
  );
  expect(groups.get('a')).toBe(groups.get('c'));
  expect(groups.get('a')).toBeDefined();
  expect(['b', 'd', 'e'].map((id) => groups.get(id))).toEqual([undefined, undefined, undefined]);
});

test('the order of links changes nothing', () => {
  const links = [
    { from: 'b', to: 'a' },
    { from: 'c', to: 'd' },
    { from: 'd', to: 'b' },
  ];
  const of = (given: typeof links) => providerGroups(['a', 'b', 'c', 'd'], given);
  expect(of(links)).toEqual(of(links.toReversed()));
  expect(new Set(of(links).values())).toEqual(new Set(['a']));
});
