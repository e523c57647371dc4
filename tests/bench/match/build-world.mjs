import { leavesOf, needOf, packageOf, randomOf } from './world.mjs';

/** Builds an index of synthetic packages and reads synthetic needs, and shares both. */
export function buildWorld(engine, shape, packages, needs) {
  const random = randomOf(1);
  const start = performance.now();
  const columns = engine.buildPackageColumns([], engine.buildTaxonomyIndex(leavesOf(shape), []));
  for (let i = 0; i < packages; i++) engine.putPackage(columns, packageOf(i, shape, random));
  const built = performance.now();
  const asked = Array.from({ length: needs }, (_, i) => needOf(i, shape, random));
  const made = performance.now();
  const facts = asked.map((need) => engine.readNeed(columns, need));
  const read = performance.now();
  const shared = engine.shareColumns(columns, engine.defaultWeights);
  const sharedNeeds = engine.shareNeeds(facts);
  return {
    columns,
    asked,
    facts,
    shared,
    needs: sharedNeeds,
    random,
    times: { build: built - start, read: read - made, share: performance.now() - read },
  };
}
