import { auditedServices, emptyDemo, getDemo, operationsContract } from '@duijie/contracts';
import type { Command } from 'commander';
import { connect } from '../connection/connect';
import { voiceOf } from './voice-of';

const lookEveryMs = 1000;

/** `duijie demo-empty --confirm <name>`: everything invented goes for good, in every service; waits for the end. */
export function addDemoEmpty(program: Command): void {
  program
    .command('demo-empty')
    .description('清空演示数据，正式启用（不能撤销）· empty the demonstration for good')
    .requiredOption('--confirm <name>', '协会名称 · name of the association')
    .action(async ({ confirm }: { confirm: string }, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      await client.call(emptyDemo, { body: { confirm } });
      for (;;) {
        const { state, emptied } = await client.call(getDemo);
        const all = await Promise.all(auditedServices.map((service) => client.call(operationsContract(service))));
        const rows = all.flatMap(({ demo }) => demo.removed).reduce((sum, one) => sum + one.rows, 0);
        voice.progress({ zh: `已删除 ${rows} 行`, en: `${rows} rows removed` });
        if (state === 'none' && all.every(({ demo }) => demo.waiting === 0)) {
          voice.settled();
          voice.line(
            voice.json
              ? JSON.stringify(emptied)
              : voice.text({
                  zh: `已清空：${emptied?.organisations ?? 0} 家机构、${emptied?.compounds ?? 0} 个小区、${emptied?.people ?? 0} 个账号`,
                  en: `Emptied: ${emptied?.organisations ?? 0} organisations, ${emptied?.compounds ?? 0} compounds, ${emptied?.people ?? 0} accounts`,
                }),
          );
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    });
}
