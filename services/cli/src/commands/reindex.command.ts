import { getSearchStatus, rebuildSearch } from '@duijie/contracts';
import type { Command } from 'commander';
import { connect } from '../connection/connect';
import { CommandFailed } from '../terminal/command-failed';
import { voiceOf } from './voice-of';

/** `duijie reindex`: builds the search indexes anew beside the ones in use, swaps them, and waits for it. */
export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('重建搜索索引（不中断搜索）· rebuild the search indexes')
    .option('--reason <text>', '原因，记入审计 · reason for the audit log', 'duijie reindex')
    .action(async (options: { reason: string }, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      await client.call(rebuildSearch, { body: { reason: options.reason } });
      for (let i = 0; i < 1200; i += 1) {
        const status = await client.call(getSearchStatus);
        if (
          status.engineAvailable &&
          status.pending === 0 &&
          status.indexes.every((index) => index.rebuildRequestedAt === null)
        ) {
          voice.settled();
          if (voice.json) voice.line(JSON.stringify(status));
          else
            for (const { kind, documents, indexed } of status.indexes) voice.line(`${kind}: ${indexed}/${documents}`);
          return;
        }
        voice.progress({ zh: '正在重建…', en: 'Rebuilding…' });
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      throw new CommandFailed({
        zh: '五分钟内没有完成，请查看 /search/status',
        en: 'Not done within five minutes; see /search/status',
      });
    });
}
