import { savedQuery, type SavedQuery } from '@duijie/contracts';
import { fixedClock } from '@duijie/domain-kit';
import type { Database, TransactionContext } from '@duijie/service-kit';
import { aNeed } from '../../test/sample-city';
import { leafLookup } from '../document/leaf-words';
import { needContent } from '../document/need-content';
import type { SavedSearchEntity } from '../persistence/saved-search.entity';
import { buildVocabulary } from '../text/vocabulary';
import { hearOfNew } from './hear-of-new';

const now = new Date('2026-11-25T02:00:00.000Z');
const content = needContent(
  aNeed({ title: '垃圾乱丢没人管', description: '院子里垃圾桶总是满的。' }),
  'community',
  leafLookup(null),
);
const saved = (id: string, query: Partial<SavedQuery>): SavedSearchEntity => ({
  id,
  personId: 'person',
  organisationId: 'firm',
  version: 1,
  name: id,
  query: savedQuery.parse(query),
  alert: 'off',
  fresh: 0,
  untold: 0,
  untoldItems: [],
  tellings: 0,
  toldAt: now,
  createdAt: now,
  updatedAt: now,
});

test('what the words of many searches are worth is read once, words that nothing holds too', async () => {
  const searches = [
    saved('a', { q: '垃圾' }),
    saved('b', { q: '无人机巡检' }),
    saved('c', { q: '无人机送餐' }),
    saved('d', { q: '垃圾', kind: ['package'] }),
  ];
  const asked: (readonly string[])[] = [];
  const updated: SavedSearchEntity[] = [];
  const found: number[] = [];
  const nobody = () => Promise.reject(new Error('nobody wants to be told'));
  const more = await hearOfNew({
    database: {
      run: (_ctx: unknown, work: (ctx: TransactionContext) => Promise<unknown>) => work({} as TransactionContext),
    } as unknown as Database,
    outbox: { append: nobody, appendAll: nobody },
    clock: fixedClock(now),
    documents: {
      contents: () => Promise.resolve([]),
      titlesFrom: () => Promise.resolve([]),
      ofLeaves: () => Promise.resolve([]),
      frequencies: (terms) => {
        asked.push(terms);
        return Promise.resolve({ documents: 1, of: new Map([['垃圾', 1]]) });
      },
    },
    vocabulary: () => Promise.resolve(buildVocabulary(null, [], [], [])),
    saved: {
      of: () => Promise.resolve([]),
      lock: () => Promise.resolve(null),
      insert: () => Promise.resolve(),
      update: (_ctx, search) => {
        updated.push(search);
        return Promise.resolve();
      },
      remove: () => Promise.resolve(false),
      after: () => Promise.resolve(searches),
      lockDaily: () => Promise.resolve([]),
      lockById: (_ctx, id) => Promise.resolve(searches.find((one) => one.id === id) ?? null),
    },
    fresh: {
      take: () => Promise.resolve([{ number: 7, content }]),
      noteFound: (_ctx, numbers) => {
        found.push(...numbers);
        return Promise.resolve();
      },
    },
  })();
  expect(asked).toHaveLength(1);
  expect(updated.map(({ id, fresh }) => [id, fresh])).toEqual([['a', 1]]);
  expect([more, found]).toEqual([false, [7]]);
});
