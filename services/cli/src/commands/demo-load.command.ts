import { getDemo } from '@duijie/contracts';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { connect, connectOnBehalf, tokenFile } from '../connection/connect';
import { keepToken, obtainToken, readAdministrator } from '../connection/sign-in';
import { stateDirOf, urlOf } from '../connection/surroundings';
import { dealInDemoCity, loadDemoCity, loadedCity, readSignIns } from '../demo/load-demo-city';
import { membersOf } from '../demo/member-of';
import { reportCity } from '../demo/report-city';
import { voiceOf } from './voice-of';

/** `duijie demo-load`: the sample city once; a later call only tells the account again. Used by `npm start`. */
export function addDemoLoad(program: Command): void {
  program
    .command('demo-load')
    .description('载入示例城市（只在演示环境）· load the sample city')
    .option('--report', '打印说明与登录账号 · print the account')
    .action(async (options: { report?: boolean }, command: Command) => {
      const voice = voiceOf(command);
      const stateDir = stateDirOf();
      const url = urlOf(command);
      if (!existsSync(tokenFile()))
        keepToken(tokenFile(), await obtainToken(url, readAdministrator(stateDir), 'duijie', voice.language));
      const client = await connect(command, voice.language);
      const demo = await client.call(getDemo);
      if (demo.emptied !== null) {
        voice.line(
          voice.text({
            zh: '演示数据已清空，系统已正式启用，不再载入示例城市',
            en: 'The demonstration was emptied and the system is in real use; the sample city is not loaded again',
          }),
        );
        return;
      }
      const loaded = loadedCity(stateDir) ?? (await loadDemoCity(client, url, stateDir, voice));
      const onBehalfOf = (organisationId: string) =>
        connectOnBehalf(command, voice.language, { organisationId, channel: 'phone', note: '演示：按约定代为办理' });
      const provider = readSignIns(stateDir).find(({ role }) => role === 'provider');
      const city = await dealInDemoCity(
        client,
        { onBehalfOf, memberOf: membersOf(client, { baseUrl: url, language: voice.language, stateDir }, provider) },
        stateDir,
        loaded,
        voice,
      );
      if (options.report) await reportCity(client, voice, city, readSignIns(stateDir));
    });
}
