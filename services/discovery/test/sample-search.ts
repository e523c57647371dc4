import type { SearchAnswer } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { newId } from '@duijie/domain-kit';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { sampleCity, sampleTaxonomy } from './sample-city';

/** A running discovery that has indexed the sample city. */
export interface SampleSearch {
  readonly running: DiscoveryHost;
  readonly city: ReturnType<typeof sampleCity>;
  readonly environment: Readonly<Record<string, string>>;
  readonly search: (query: string) => Promise<SearchAnswer>;
}

/** @param word of the namespace */
export async function startSampleSearch(word: string): Promise<SampleSearch> {
  const environment = testEnvironment(testNamespace(word));
  await clearNamespace(environment);
  const running = await startDiscovery(environment);
  const city = sampleCity();
  const search = async (query: string): Promise<SearchAnswer> => {
    const { status, body } = await running.get(`/search?${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as SearchAnswer;
  };
  await running.publish('taxonomy.changed.v1', newId(Date.now()), 1, sampleTaxonomy());
  await running.publishAll('organisation.changed.v1', city.providers);
  await running.publishAll('package.published.v1', city.packages);
  await running.publishAll('need.published.v1', city.needs);
  await eventually(async () => {
    const { total, facets } = await search('limit=1');
    // Without facets it is not yet the engine that answers.
    if (facets === null || total !== city.needs.length + city.packages.length + city.providers.length)
      throw new Error(`${total} documents are indexed`);
  }, 30_000);
  return { running, city, environment, search };
}
