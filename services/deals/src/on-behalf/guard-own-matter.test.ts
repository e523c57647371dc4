import { dealsRoutes, type RouteContract } from '@duijie/contracts';
import { namedLots } from './guard-own-matter';

test('every route of deals that changes something names what its lot is known by', () => {
  const routes: readonly RouteContract[] = Object.values(dealsRoutes);
  const changing = routes.filter(({ method }) => method !== 'GET');
  expect(changing.length).toBeGreaterThan(30);
  const unnamed = changing.filter(({ id, path }) => {
    const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 'x']));
    const body = id === 'draftAgreement' ? { awardId: 'x' } : {};
    return namedLots({ params, body }).length === 0;
  });
  expect(unnamed.map(({ id }) => id)).toEqual([]);
});
