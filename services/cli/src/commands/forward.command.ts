import { forwardClock } from '@duijie/contracts';
import { InvalidArgumentError, type Command } from 'commander';
import { connect } from '../connection/connect';
import { voiceOf } from './voice-of';

const minutesIn = { d: 24 * 60, h: 60, m: 1 } as const;

function minutesOf(text: string): number {
  const [, count, unit] = /^(\d{1,3})([dhm])$/.exec(text) ?? [];
  if (count === undefined || Number(count) === 0)
    throw new InvalidArgumentError('例如 7d、12h、30m · e.g. 7d, 12h, 30m');
  return Number(count) * minutesIn[unit as keyof typeof minutesIn];
}

/** `duijie forward 7d`: moves the demo's time, to see what deadlines and notice periods bring. */
export function addForward(program: Command): void {
  program
    .command('forward')
    .description('演示：把时间往前拨，看截止、公示到期后会怎样 · demo: move the time forward')
    .argument('<span>', '7d、12h 或 30m · 7d, 12h or 30m', minutesOf)
    .action(async (minutes: number, _options: object, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      const { now } = await client.call(forwardClock, { body: { minutes } });
      if (voice.json) return voice.line(JSON.stringify({ now }));
      const shown = new Date(now).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
      voice.line(voice.text({ zh: `系统时间现为 ${shown}`, en: `The system's time is now ${now}` }));
    });
}
