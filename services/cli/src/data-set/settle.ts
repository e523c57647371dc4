import type { Client } from '@duijie/api-client';
import { getMatchingStatus } from '@duijie/contracts';
import { CommandFailed } from '../terminal/command-failed';
import type { Voice } from '../terminal/voice';

/**
 * Waits until the matcher has nothing due.
 * @param needs how many open needs it must know at least @param packages how many published packages
 */
export async function untilMatched(client: Client, voice: Voice, needs: number, packages: number): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    const status = await client.call(getMatchingStatus, {});
    const left = status.needs.due + status.needs.settling + status.packages.due;
    if (left === 0 && status.needs.open >= needs && status.packages.published >= packages) return;
    if (Date.now() > end)
      throw new CommandFailed({
        zh: `两分钟内没有匹配完（还差 ${left}）`,
        en: `Matching did not settle within two minutes (${left} left)`,
      });
    voice.progress({
      zh: `匹配中：需求 ${status.needs.open}/${needs}，待处理 ${left}`,
      en: `Matching: needs ${status.needs.open}/${needs}, ${left} due`,
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
