import type { Client } from '@duijie/api-client';
import { getSearchStatus } from '@duijie/contracts';
import { CommandFailed } from '../terminal/command-failed';
import type { Voice } from '../terminal/voice';

/** Waits until the search engine holds every visible document. @param wanted how many needs and packages there must be at least */
export async function untilSearchable(
  client: Client,
  voice: Voice,
  wanted: { need: number; package: number },
): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    const status = await client.call(getSearchStatus);
    const have = (kind: 'need' | 'package'): number => status.indexes.find((i) => i.kind === kind)?.indexed ?? 0;
    if (status.pending === 0 && have('need') >= wanted.need && have('package') >= wanted.package) return;
    if (Date.now() > end)
      throw new CommandFailed({ zh: '两分钟内索引没有完成', en: 'Indexing did not settle within two minutes' });
    voice.progress({
      zh: `索引中：需求 ${have('need')}/${wanted.need}，服务包 ${have('package')}/${wanted.package}`,
      en: `Indexing: needs ${have('need')}/${wanted.need}, packages ${have('package')}/${wanted.package}`,
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
