/**
 * Documents by the sample city's distributions: each takes its facts from one need or package of the sample, its title and
 * its description from two others of the same service.
 * @module
 */
import { randomUUID } from 'node:crypto';

const batch = 500;

/** The same numbers in every run. @param {number} seed @returns {() => number} 0..1 */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const serviceOf = ({ kind, source }) => `${kind} ${source.categories[0]}`;
function groups(samples) {
  const found = new Map();
  for (const sample of samples) found.set(serviceOf(sample), [...(found.get(serviceOf(sample)) ?? []), sample]);
  return found;
}

/**
 * @param {import('mysql2/promise').Connection} database of discovery @param {number} count @param {() => number} random
 * @returns {Promise<number>} how many documents there were before
 */
export async function multiply(database, count, random) {
  const [rows] = await database.query(
    `SELECT kind, organisation_id, source FROM search_document WHERE source IS NOT NULL AND visible = 1`,
  );
  const samples = rows.map(({ kind, organisation_id, source }) => ({
    kind,
    organisation_id,
    source: JSON.parse(source),
  }));
  const byService = groups(samples);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let made = 0; made < count; made += batch) {
    const documents = Array.from({ length: Math.min(batch, count - made) }, () => {
      const sample = pick(samples);
      const { kind, organisation_id, source } = sample;
      const alike = byService.get(serviceOf(sample));
      const id = randomUUID();
      const told = { ...source, id, title: pick(alike).source.title, description: pick(alike).source.description };
      return [`${kind}-${id}`, kind, organisation_id, 1, JSON.stringify(told), 1, 0, 0, 0, '', 0, 0];
    });
    await database.query(
      `INSERT INTO search_document
         (id, kind, organisation_id, sequence, source, stale, due, revision, visible, title, free, whole_city) VALUES ?`,
      [documents],
    );
  }
  return samples.length;
}
