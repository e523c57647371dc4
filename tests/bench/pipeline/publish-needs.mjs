/**
 * Needs published over HTTP at a steady rate, each until its list is stored and shown.
 * @module
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pause } from './figures.mjs';

const patienceMs = 60_000;
/** Looked for so often at first; the longer it takes the more seldom, so that looking is not what keeps the city busy. */
const askEveryMs = 25;
const shown = 5;

/**
 * @param {string} folder a clone whose city is served @param {string} url @param {{ count: number, perSecond: number }} how
 * @returns {Promise<{ visible: number[], answered: number[], late: number, refused: number }>} ms from sending the publication until its list
 * was seen, and until it was answered; how many were sent more than 50 ms behind the rate, and
 * how often the city was too busy and was asked again, which is part of the time
 */
export async function publishNeeds(folder, url, { count, perSecond }) {
  const require = createRequire(join(folder, 'package.json'));
  const { createClient } = require('@duijie/api-client');
  const { createNeed, listNeedMatches, submitNeed } = require('@duijie/contracts');
  const signIns = JSON.parse(readFileSync(join(folder, '.local/sign-ins.json'), 'utf8'));
  const { login, password } = signIns.find(({ role }) => role === 'community');
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const poster = createClient({ baseUrl: url, headers: () => ({ Cookie: cookie, Origin: url }) });

  const drafts = [];
  for (let i = 0; i < count; i += 1)
    drafts.push(
      await poster.call(createNeed, {
        body: {
          title: `第${i + 1}处小区急需物业接管`,
          description: '物业连夜撤走了，电梯停运，垃圾没人收，想请一家公司马上接管几个月。',
          components: ['property.custody'],
          window: { start: null, end: null },
          money: { kind: 'range', minFen: 3_000_000, maxFen: 20_000_000 },
          funding: 'community_fund',
        },
      }),
    );
  // Drafts have lists of their own: they are made before the first publication.
  for (const { id } of drafts.slice(-5))
    for (const end = Date.now() + patienceMs; ;) {
      const page = await poster
        .call(listNeedMatches, { params: { needId: id }, query: { limit: 20 } })
        .catch(() => null);
      if (page?.matchedAt) break;
      if (Date.now() > end) throw new Error('the lists of the drafts are not made');
      await pause(200);
    }

  let [late, refused] = [0, 0];
  const begun = performance.now();
  const published = drafts.map(async ({ id, version }, i) => {
    await pause(Math.max(0, begun + (i * 1000) / perSecond - performance.now()));
    if (performance.now() - begun - (i * 1000) / perSecond > 50) late += 1;
    const [sent, at] = [performance.now(), Date.now()];
    for (;;) {
      const refusal = await poster
        .call(submitNeed, { params: { needId: id }, ifMatch: version })
        .then(() => null)
        .catch((error) => error);
      if (refusal === null) break;
      if (refusal.status !== 503 || performance.now() - sent > patienceMs) throw refusal;
      refused += 1;
      await pause(1000 * (refusal.retryAfterSeconds ?? 1));
    }
    const answered = performance.now() - sent;
    for (let wait = askEveryMs; ; wait = Math.min(1000, wait * 1.2)) {
      const page = await poster.call(listNeedMatches, { params: { needId: id }, query: { limit: shown } });
      // Published, its list is always made anew; what was there before is the draft's.
      if (page.upToDate && page.items.length > 0 && Date.parse(page.matchedAt) >= at)
        return { answered, visible: performance.now() - sent };
      if (performance.now() - sent > patienceMs) throw new Error(`${id} has no list after ${patienceMs} ms`);
      await pause(wait);
    }
  });
  const all = await Promise.all(published);
  return { visible: all.map((one) => one.visible), answered: all.map((one) => one.answered), late, refused };
}
