/**
 * From a committed change of a document's source until the route finds it by its new word.
 * @module
 */
const perSecond = 50;
const forSeconds = 20;
/** Whoever looks too often keeps the machine from the work that is waited for. */
const everyMs = 200;
const watchedOneIn = 25;
const patienceMs = 30_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {import('mysql2/promise').Connection} database of discovery @param {string} url @param {() => number} random
 * @returns {Promise<number[]>} milliseconds of one change in twenty-five
 */
export async function foundAfterChanges(database, url, random) {
  const [rows] = await database.query(
    `SELECT number, source FROM search_document WHERE visible = 1 AND source IS NOT NULL ORDER BY number DESC LIMIT ${perSecond * forSeconds}`,
  );
  const waiting = [];
  const begun = performance.now();
  for (let change = 0; change < perSecond * forSeconds; change += 1) {
    const { number, source } = rows[change];
    const word = `zq${change.toString(36)}x${Math.floor(random() * 1e6).toString(36)}`;
    const told = { ...JSON.parse(source), description: `${JSON.parse(source).description} ${word}` };
    await database.query('UPDATE search_document SET source = ?, stale = 1, sequence = sequence + 1 WHERE number = ?', [
      JSON.stringify(told),
      number,
    ]);
    if (change % watchedOneIn === 0) waiting.push(whenFound(url, word));
    const due = begun + ((change + 1) * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
  }
  return Promise.all(waiting);
}

async function whenFound(url, word) {
  const begun = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/api/v1/search?q=${word}&limit=1`);
    const { items, degraded } = await answer.json();
    if (items.length > 0 && !degraded) return performance.now() - begun;
    if (performance.now() - begun > patienceMs) throw new Error(`${word} is not found after ${patienceMs} ms`);
    await pause(everyMs);
  }
}
