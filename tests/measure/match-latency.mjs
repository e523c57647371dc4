/**
 * From the answer to "publish this package" until the pair is in the need's list and can be explained.
 * @module
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const rounds = 30;
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

async function session(client, contracts, url, { login, password }) {
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${login}: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  return client.createClient({ baseUrl: url, headers: () => ({ Cookie: cookie, Origin: url }) });
}

/**
 * @param {string} folder a clone whose city is served @param {string} url @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureLatency(folder, url) {
  const require = createRequire(join(folder, 'package.json'));
  const client = require('@duijie/api-client');
  const contracts = require('@duijie/contracts');
  const signIns = JSON.parse(readFileSync(join(folder, '.local/sign-ins.json'), 'utf8'));
  const of = (role) =>
    session(
      client,
      contracts,
      url,
      signIns.find((s) => s.role === role),
    );
  const provider = await of('provider');
  const broker = await of('broker');
  const found = await broker.call(contracts.listNeeds, { query: { limit: 100 } });
  const need = found.items.find((n) => n.categories.includes('property.custody'));
  const inList = [];
  const explained = [];
  const searchable = [];
  for (let i = 0; i < rounds; i += 1) {
    const title = `测速应急托管${i}号`;
    const draft = await provider.call(contracts.createPackage, {
      body: {
        title,
        description: '应急物业临时托管，接到通知后一天内进场，门岗保洁电梯水泵先恢复，管三到六个月后移交。',
        categories: ['property.custody'],
        price: { model: 'fixed', minFen: 9_000_000, maxFen: 20_000_000 },
        capacity: 2,
        leadTimeDays: 1,
      },
    });
    const { id } = await provider.call(contracts.publishPackage, {
      params: { packageId: draft.id },
      ifMatch: draft.version,
    });
    const begun = performance.now();
    for (;;) {
      const { items } = await broker.call(contracts.listNeedMatches, {
        params: { needId: need.id },
        query: { limit: 50 },
      });
      if (items.some((m) => m.package.id === id)) break;
      if (performance.now() - begun > 30_000) throw new Error(`${title} did not enter the list of ${need.title}`);
    }
    inList.push(performance.now() - begun);
    await broker.call(contracts.explainPair, { params: { needId: need.id, packageId: id } });
    explained.push(performance.now() - begun);
    for (;;) {
      const { items } = await broker.call(contracts.search, { query: { q: title, kind: ['package'] } });
      if (items.some((hit) => hit.id === id)) break;
      if (performance.now() - begun > 30_000) throw new Error(`${title} was not found`);
    }
    searchable.push(performance.now() - begun);
    const published = await provider.call(contracts.getPackage, { params: { packageId: id } });
    await provider.call(contracts.retirePackage, { params: { packageId: id }, ifMatch: published.version });
  }
  const command = 'npm run measure -- --only latency';
  return [
    ['new package in the need’s list', inList],
    ['new package in the list and explained', explained],
    ['new package found by search', searchable],
  ].flatMap(([what, values]) => {
    const sorted = values.toSorted((a, b) => a - b);
    return [0.5, 0.95].map((q) => ({
      what: `${what}, p${q * 100} of ${rounds}`,
      value: `${quantile(sorted, q).toFixed(0)} ms`,
      reference: q === 0.95 ? '≤ 2000 ms' : '',
      ...(q === 0.95 ? { ratio: quantile(sorted, q) / 2000 } : {}),
      command,
    }));
  });
}
