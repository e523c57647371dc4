import type { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { tokenFile } from '../connection/connect';
import { keepToken, obtainToken } from '../connection/sign-in';
import { urlOf } from '../connection/surroundings';
import { voiceOf } from './voice-of';

/** `duijie sign-in <login>`: the password from stdin; the token is kept for later commands. */
export function addSignIn(program: Command): void {
  program
    .command('sign-in')
    .description('登录并保存访问令牌，密码从标准输入读取 · sign in; the password is read from stdin')
    .argument('<login>', '登录名 · login')
    .action(async (login: string, _options: object, command: Command) => {
      const voice = voiceOf(command);
      if (process.stdin.isTTY)
        process.stderr.write(voice.text({ zh: '密码（输入后按 Ctrl-D）：', en: 'Password (end with Ctrl-D): ' }));
      const password = (await text(process.stdin)).replace(/\r?\n$/, '');
      keepToken(tokenFile(), await obtainToken(urlOf(command), { login, password }, 'duijie', voice.language));
      voice.line(
        voice.text({ zh: `已登录，令牌保存在 ${tokenFile()}`, en: `Signed in; the token is kept in ${tokenFile()}` }),
      );
    });
}
