import { search, searchKinds, type SearchKind } from '@duijie/contracts';
import { Option, type Command } from 'commander';
import { connect } from '../connection/connect';
import { fit } from '../terminal/width';
import { voiceOf } from './voice-of';

const kindWords: Readonly<Record<SearchKind, { zh: string; en: string }>> = {
  need: { zh: '需求', en: 'need' },
  package: { zh: '服务包', en: 'package' },
  provider: { zh: '机构', en: 'provider' },
};

/** `duijie search <words>`: what the search box finds. */
export function addSearch(program: Command): void {
  program
    .command('search')
    .description('搜索需求、服务包、机构 · search')
    .argument('<words...>', '搜索词 · words')
    .addOption(new Option('--kind <kind>', '种类 · kind').choices(searchKinds))
    .option('--district <name>', '区 · district')
    .option('--limit <n>', '条数 · how many', '10')
    .action(
      async (words: string[], options: { kind?: SearchKind; district?: string; limit: string }, command: Command) => {
        const voice = voiceOf(command);
        const client = await connect(command, voice.language);
        const answer = await client.call(search, {
          query: {
            q: words.join(' '),
            limit: Number(options.limit),
            ...(options.kind ? { kind: [options.kind] } : {}),
            ...(options.district ? { district: [options.district] } : {}),
          },
        });
        if (voice.json) return voice.line(JSON.stringify(answer));
        if (answer.message) voice.line(voice.text(answer.message));
        if (answer.corrected)
          voice.line(voice.text({ zh: `已按“${answer.corrected}”搜索`, en: `Searched for “${answer.corrected}”` }));
        for (const hit of answer.items)
          voice.line(
            `  ${fit(voice.text(kindWords[hit.kind]), 8)}  ${fit(hit.title, 44)}  ${hit.organisation.name}  ${hit.place.districts.join('、')}`,
          );
        voice.line(
          voice.text({
            zh: `约 ${answer.total} 条，用时 ${answer.tookMs.toFixed(0)} 毫秒`,
            en: `about ${answer.total}, ${answer.tookMs.toFixed(0)} ms`,
          }),
        );
      },
    );
}
