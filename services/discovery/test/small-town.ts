import type { NeedBody, SearchAnswer, SearchStatus } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { Meilisearch } from 'meilisearch';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { aNeed, anOrganisation, aPackage, sampleTaxonomy } from './sample-city';

export const taxonomyId = newId(Date.now());
export const provider = anOrganisation({ name: '清源社区环境服务中心', description: '做环境治理', district: '锦江区' });
export const rival = anOrganisation({ name: '某某物业公司', kind: 'property_firm', verification: 'pending' });
export const firm = anOrganisation({ name: '安居物业服务公司', kind: 'property_firm', district: '武侯区' });
export const waste = aPackage(provider, {
  title: '垃圾分类督导',
  description: '派督导员在投放点值守，教居民把厨余垃圾分开。',
  serviceArea: { districts: ['锦江区', '武侯区'], radius: null },
  price: { model: 'per_month', minFen: 300_000, maxFen: 500_000 },
  trackRecord: { ratingMean: 4.8, ratingCount: 40, completed: 60 },
  publishedAt: '2026-11-01T00:00:00.000Z',
  contactHours: '秘密联系时间',
});
export const lift = aPackage(firm, {
  title: '加装电梯全程代办',
  description: '从征询意见到验收。',
  categories: ['facility.elevator'],
  price: { model: 'fixed', minFen: 900_000, maxFen: 900_000 },
  trackRecord: { ratingMean: 5, ratingCount: 1, completed: 1 },
  publishedAt: '2026-11-20T00:00:00.000Z',
});
export const free = aPackage(provider, {
  title: '垃圾分类知识讲座',
  description: '志愿者上门讲。',
  price: { model: 'free', minFen: 0, maxFen: 0 },
  serviceArea: { districts: [], radius: { lng: 104.06, lat: 30.65, km: 5 } },
  publishedAt: '2026-11-10T00:00:00.000Z',
});
const place = (over: Partial<NeedBody['place']>): NeedBody['place'] => ({ ...aNeed().place, ...over });
export const need = aNeed({
  title: '垃圾乱丢没人管',
  description: '院子里垃圾桶总是满的，想请人教大家分类。',
  money: { kind: 'none' },
  funding: 'none',
  place: place({ district: '锦江区', subdistrict: '牛市口街道', lng: 104.1, lat: 30.64 }),
});
export const farNeed = aNeed({
  title: '充电棚漏电隐患',
  categories: ['facility.charging'],
  place: place({ district: '彭州市', lng: 103.95, lat: 30.99 }),
  money: { kind: 'fixed', amountFen: 50_000 },
  urgency: 'high',
});

/** How many of these everybody may find: all but the pending provider. */
export const publicDocuments = 7;

/** A running discovery that knows the documents above, and how a test speaks with it. */
export interface SmallTown {
  running: DiscoveryHost;
  readonly environment: Readonly<Record<string, string>>;
  ask<T = SearchAnswer>(path: string): Promise<T>;
  search(q: string, more?: string): Promise<SearchAnswer>;
  /** Headers of an administrator of the association. */
  administrator(): Record<string, string>;
  status(): Promise<SearchStatus>;
  /** Waits until table and engine both hold so many documents and nothing is due. */
  settled(documents: number): Promise<void>;
  /** An index of the engine, past discovery. */
  index(plural: string): ReturnType<Meilisearch['index']>;
  engine: Meilisearch;
}
export const ids = (answer: SearchAnswer): string[] => answer.items.map((item) => item.id);

/** @param word of the namespace */
export async function startSmallTown(word: string): Promise<SmallTown> {
  const environment = testEnvironment(testNamespace(word));
  await clearNamespace(environment);
  const engine = new Meilisearch({
    host: environment['DUIJIE_MEILI_URL'] ?? '',
    apiKey: environment['DUIJIE_MEILI_KEY'] ?? '',
    defaultWaitOptions: { interval: 50, timeout: 30_000 },
  });
  const asAdministrator = aPerson('association', 'administrator');
  const town: SmallTown = {
    running: await startDiscovery(environment),
    environment,
    engine,
    async ask<T>(path: string) {
      const { status, body } = await town.running.get(path);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body as T;
    },
    search: (q, more = '') => town.ask(`/search?q=${encodeURIComponent(q)}&${more}`),
    administrator: () => actorHeaders(environment, asAdministrator),
    status: async () => (await town.running.get('/search/status', town.administrator())).body as SearchStatus,
    settled: (documents) =>
      eventually(async () => {
        const now = await town.status();
        const indexed = now.indexes.map((i) => i.indexed ?? -1).reduce((a, b) => a + b, 0);
        const kept = now.indexes.map((i) => i.documents).reduce((a, b) => a + b, 0);
        if (now.pending !== 0 || indexed !== documents || kept !== documents) throw new Error(JSON.stringify(now));
      }, 20_000),
    index: (plural) => engine.index(`${environment['DUIJIE_NAMESPACE'] ?? ''}_${plural}`),
  };
  const { running } = town;
  await running.publish('taxonomy.changed.v1', taxonomyId, 1, sampleTaxonomy());
  for (const one of [provider, rival, firm]) await running.publish('organisation.changed.v1', one.id, 1, one);
  for (const one of [waste, lift, free]) await running.publish('package.published.v1', one.id, 1, one);
  for (const one of [need, farNeed]) await running.publish('need.published.v1', one.id, 1, one);
  await town.settled(publicDocuments);
  return town;
}
