import { listNeedMatches, explainPair, explainUnmatched } from '@duijie/contracts';
import type { Command } from 'commander';
import { connect } from '../connection/connect';
import { findNeed } from '../connection/find-need';
import { showMatch } from '../terminal/show-match';
import { voiceOf } from './voice-of';

/** `duijie match <need>`: the best packages for a need with reasons; `--why <packageId>` for one pair. */
export function addMatch(program: Command): void {
  program
    .command('match')
    .description('一条需求的匹配结果与理由 · suggestions for a need, with reasons')
    .argument('<need>', '需求编号或标题中的词 · id of a need, or words of its title')
    .option('--limit <n>', '条数 · how many', '10')
    .option('--why <packageId>', '为什么匹配或不匹配某个服务包 · why a package is suggested or not')
    .action(async (need: string, options: { limit: string; why?: string }, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      const found = await findNeed(client, need);
      if (options.why !== undefined) {
        const pair = await client.call(explainPair, { params: { needId: found.id, packageId: options.why } });
        if (voice.json) return voice.line(JSON.stringify(pair));
        voice.line(`${found.title}  ×  ${pair.package.title}  ${pair.scoreShown.toFixed(1)}`);
        for (const finding of pair.findings)
          voice.line(
            `  ${finding.outcome === 'pass' ? '✓' : finding.outcome === 'fail' ? '✗' : '·'} ${voice.text(finding.words)}`,
          );
        for (const why of pair.whyNot)
          voice.line(`  ${voice.text({ zh: '未推荐', en: 'not suggested' })}: ${voice.text(why)}`);
        for (const change of pair.whatWouldChange)
          voice.line(`  ${voice.text({ zh: '怎样会不同', en: 'what would change it' })}: ${voice.text(change.words)}`);
        return;
      }
      const page = await client.call(listNeedMatches, {
        params: { needId: found.id },
        query: { limit: Number(options.limit) },
      });
      if (voice.json) return voice.line(JSON.stringify({ need: found, ...page }));
      voice.line(found.title);
      for (const match of page.items) showMatch(voice, match);
      if (page.items.length > 0) return;
      const reasons = await client.call(explainUnmatched, { params: { needId: found.id } });
      for (const sentence of reasons.summary) voice.line(`  ${voice.text(sentence)}`);
    });
}
