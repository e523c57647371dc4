import { defaultWeights } from '@duijie/match-engine';
import { createLogger } from '@duijie/service-kit';
import type { ChangeFeed } from '../src/engine/change-feed';
import { createMatchingEngine } from '../src/engine/matching-engine';
import { conflictWall } from '../src/conflict-wall';
import { engineLeavesOf, engineNeedOf, enginePackageOf } from '../src/to-engine';
import { aNeed, aPackage, theTaxonomy } from './facts';

const need = aNeed();
const pkg = aPackage();
const leaves = engineLeavesOf(theTaxonomy());

/** A feed of one need and one package. @param taxonomies what it answers, one a question */
function aFeed(taxonomies: readonly ReturnType<typeof engineLeavesOf>[]): ChangeFeed {
  const left = [...taxonomies];
  const page = <T>(after: { changeNo: number }, change: T) =>
    after.changeNo === 0 ? { changes: [change], next: { changeNo: 1, id: 'x' } } : { changes: [], next: null };
  return {
    ends: async () => ({ needs: 1, packages: 1, taxonomy: 1, learnt: 0, words: 0, weights: 0, gone: 0 }),
    needs: async (after) =>
      page(after, {
        needId: need.id,
        sequence: 1,
        changeNo: 1,
        takesResponses: true,
        need: engineNeedOf(need, conflictWall(need, [])),
      }),
    packages: async (after) => page(after, { packageId: pkg.id, sequence: 4, pkg: enginePackageOf(pkg, null, 0) }),
    weights: async () => defaultWeights,
    countedOtherwise: async () => [],
    learnt: async () => ({ means: [], not: [] }),
    taxonomy: async () => left.shift() ?? leaves,
  };
}
const ask = (engine: ReturnType<typeof createMatchingEngine>) =>
  engine.run('needs', 'rank', { needIds: [need.id], without: {}, listing: null, asOfDay: '2026-12-01', k: 5 });

test('a thread that ends fails its task, and the next task starts another with a complete index', async () => {
  const twice = [leaves[0], leaves[0]].flatMap((leaf) => (leaf ? [leaf] : []));
  const engine = createMatchingEngine({ feed: aFeed([twice]), threads: 1, log: createLogger('silent') });
  try {
    await expect(ask(engine)).rejects.toThrow('twice');
    const { output, epoch } = await ask(engine);
    expect(epoch).toBe(1);
    expect(output).toMatchObject([
      { needId: need.id, ranked: [{ packageId: pkg.id }], packageSequences: { [pkg.id]: 4 } },
    ]);
  } finally {
    await engine.close();
  }
});

test('tasks that wait when the engine closes are refused', async () => {
  const engine = createMatchingEngine({ feed: aFeed([]), threads: 1, log: createLogger('silent') });
  const waiting = [ask(engine), ask(engine)].map((task) => expect(task).rejects.toThrow(/closed|exited/));
  await engine.close();
  await Promise.all([...waiting, expect(ask(engine)).rejects.toThrow('closed')]);
});
