/**
 * A large market straight in the matcher's copies, by the sample city's distributions: each need and package takes its facts
 * from one of the sample, its title and its description from two others of the same service, and its district by lot.
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

const serviceOf = ({ categories, components }) => categories[0] ?? components?.[0]?.code ?? '';

async function samplesOf(database, sql) {
  const [rows] = await database.query(sql);
  const samples = rows.map((row) => ({ row, body: JSON.parse(row.body) }));
  const byService = new Map();
  for (const sample of samples) {
    const key = serviceOf(sample.body);
    byService.set(key, [...(byService.get(key) ?? []), sample]);
  }
  return { samples, alike: ({ body }) => byService.get(serviceOf(body)) };
}

/** @param {import('mysql2/promise').Connection} database of the matcher @param {number} count @param {() => number} random */
export async function loadPackages(database, count, random) {
  const { samples, alike } = await samplesOf(database, `SELECT * FROM package_copy WHERE state = 'published'`);
  const [[{ position }]] = await database.query(`SELECT position FROM feed WHERE name = 'packages'`);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let made = 0; made < count; made += batch) {
    const rows = Array.from({ length: Math.min(batch, count - made) }, (_, i) => {
      const { row, body } = pick(samples);
      const id = randomUUID();
      const others = alike({ body });
      const told = { ...body, id, title: pick(others).body.title, description: pick(others).body.description };
      const changeNo = Number(position) + 1 + made + i;
      return [
        id,
        row.sequence,
        row.content_sequence,
        'published',
        row.provider_id,
        JSON.stringify(told),
        changeNo,
        row.sequence,
      ];
    });
    await database.query(
      `INSERT INTO package_copy (id, sequence, content_sequence, state, provider_id, body, change_no, matched_sequence) VALUES ?`,
      [rows],
    );
  }
  // As handlers would have it: the feed has moved on, and so many packages have changed their words.
  await database.query(`UPDATE feed SET position = position + ? WHERE name = 'packages'`, [count]);
  await database.query(`UPDATE feed SET settle_position = settle_position + ? WHERE name = 'words'`, [count]);
}

/** @param {import('mysql2/promise').Connection} database of the matcher @param {number} count @param {() => number} random */
export async function loadNeeds(database, count, random) {
  const { samples, alike } = await samplesOf(database, 'SELECT * FROM need_copy WHERE open = 1');
  const districts = [...new Set(samples.map(({ body }) => body.place.district))];
  const [[{ position }]] = await database.query(`SELECT position FROM feed WHERE name = 'needs'`);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let made = 0; made < count; made += batch) {
    const rows = Array.from({ length: Math.min(batch, count - made) }, (_, i) => {
      const { row, body } = pick(samples);
      const id = randomUUID();
      const others = alike({ body });
      const place = { ...body.place, district: pick(districts) };
      const told = { ...body, id, place, title: pick(others).body.title, description: pick(others).body.description };
      const changeNo = Number(position) + 1 + made + i;
      return [
        id,
        row.sequence,
        row.state,
        1,
        row.organisation_id,
        'bench',
        JSON.stringify(told),
        changeNo,
        0,
        0,
        0,
        null,
        0,
        0,
        null,
      ];
    });
    await database.query(
      `INSERT INTO need_copy (id, sequence, state, open, organisation_id, changed_by, body, change_no, matched_sequence,
         matched_change_no, matched_epoch, matched_at, list_version, dismissing, due_since) VALUES ?`,
      [rows],
    );
  }
  await database.query(`UPDATE feed SET position = position + ? WHERE name = 'needs'`, [count]);
}
