import type { TaxonomyState } from '@duijie/contracts';
import { changedLeaves } from './changed-leaves';

const taxonomy = (groupName: string, leaves: Record<string, string[]>): TaxonomyState => ({
  version: 1,
  groups: [
    {
      code: 'facility',
      zh: groupName,
      en: '',
      leaves: Object.entries(leaves).map(([code, synonyms]) => ({
        code,
        zh: code,
        en: code,
        synonyms,
        coreService: false,
        retired: false,
      })),
    },
  ],
});

test('new, removed and altered leaves are told, equal ones are not', () => {
  const before = taxonomy('设施', { 'facility.a': ['甲'], 'facility.b': ['乙'], 'facility.c': [] });
  const after = taxonomy('设施', { 'facility.a': ['甲'], 'facility.b': ['乙', '丙'], 'facility.d': [] });
  expect(changedLeaves(before, after)).toEqual(['facility.b', 'facility.c', 'facility.d']);
});
test('a renamed group concerns all its leaves', () => {
  const leaves = { 'facility.a': [], 'facility.b': [] };
  expect(changedLeaves(taxonomy('设施', leaves), taxonomy('设施与环境', leaves))).toHaveLength(2);
});
