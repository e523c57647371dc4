import type { SearchAnswer } from '@duijie/contracts';
import { Meilisearch } from 'meilisearch';
import { appendFileSync } from 'node:fs';
import { judgeEveryday } from './everyday';
import { judgeQueries } from './judge-queries';
import { startSampleSearch, type SampleSearch } from './sample-search';

/** Where to write what each step of understanding brings, a line of JSON each; for docs/measurements.md, so only when asked for. */
const file = process.env['DUIJIE_ABLATION'] ?? '';
const plain = ['title', 'text', 'organisation', 'place'];
const all = 'correction,place,leaf,intent';
/** Names of steps, each on top of the one before, with the understanding that it leaves out. */
const steps = [
  ['candidates by pairs of characters, ranked by us', all],
  ['+ correction, pinyin, sounds', 'place,leaf,intent'],
  ['+ places', 'leaf,intent'],
  ['+ what words mean', 'intent'],
  ['+ intents: as it is', ''],
] as const;

(file !== '' ? describe : describe.skip)('what each step brings', () => {
  let sample: SampleSearch;
  beforeAll(async () => {
    sample = await startSampleSearch('da');
  }, 60_000);
  afterAll(() => sample.running.host.stop());

  const tell = async (step: string, search: SampleSearch['search']): Promise<void> => {
    const { figures } = await judgeQueries(search, sample.city.ids);
    const everyday = await judgeEveryday(async (q) => {
      const { items } = await search(`q=${encodeURIComponent(q)}&kind=package&limit=10`);
      return items.map(({ id }) => id);
    }, sample.city);
    appendFileSync(file, `${JSON.stringify({ step, dev: figures, everyday })}\n`);
    expect(figures['ndcg@10']).toBeGreaterThan(0);
  };

  test.each([
    ['the engine alone: title, text, organisation, place', plain],
    ['+ names of leaves and other words for them', undefined],
  ] as const)(
    '%s',
    async (step, fields) => {
      const engine = new Meilisearch({
        host: sample.environment['DUIJIE_MEILI_URL'] ?? '',
        apiKey: sample.environment['DUIJIE_MEILI_KEY'] ?? '',
      });
      await tell(step, async (query) => {
        const asks = new URLSearchParams(query);
        const index = engine.index(`${sample.environment['DUIJIE_NAMESPACE'] ?? ''}_${asks.get('kind') ?? ''}s`);
        const { hits } = await index.search(asks.get('q'), {
          limit: 10,
          locales: ['cmn'],
          ...(fields ? { attributesToSearchOn: [...fields] } : {}),
        });
        const items = hits.map(({ id }) => ({ id: String(id).replace(/^[a-z]+[_-]/, '') }));
        return { items, tookMs: 0, engineMs: 0 } as unknown as SearchAnswer;
      });
    },
    120_000,
  );

  test.each(steps)(
    '%s',
    async (step, without) => {
      await tell(step, (query) => sample.search(without === '' ? query : `${query}&without=${without}`));
    },
    120_000,
  );
});
