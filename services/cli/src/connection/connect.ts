import { createClient, type Client } from '@duijie/api-client';
import type { Command } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed } from '../terminal/command-failed';
import type { Language } from '../terminal/voice';
import { isServing, stateDirOf, urlOf } from './surroundings';

/** Where a token made on this machine is kept (mode 0600). */
export const tokenFile = (): string => join(stateDirOf(), 'cli-token.json');

/** A client that acts by an access token. */
export const clientWithToken = (baseUrl: string, token: string, language: Language): Client =>
  createClient({ baseUrl, locale: language, headers: () => ({ Authorization: `Bearer ${token}` }) });

function tokenOf(command: Command): string {
  const given = command.optsWithGlobals<{ token?: string }>().token ?? process.env['DUIJIE_TOKEN'];
  if (given) return given;
  const path = tokenFile();
  if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { token: string }).token;
  throw new CommandFailed(
    {
      zh: '没有访问令牌:请运行 duijie sign-in,或用 --token / DUIJIE_TOKEN 给出',
      en: 'No access token: run duijie sign-in, or give --token or DUIJIE_TOKEN',
    },
    78,
  );
}

/** A client for the product that the options, the environment or `npm start` name. @throws CommandFailed when nothing answers there */
export async function connect(command: Command, language: Language): Promise<Client> {
  const baseUrl = urlOf(command);
  if (!(await isServing(baseUrl)))
    throw new CommandFailed(
      {
        zh: `${baseUrl} 没有应答;请先运行 npm start,或用 --url 指定地址`,
        en: `${baseUrl} does not answer; run npm start first, or name the address by --url`,
      },
      69,
    );
  return clientWithToken(baseUrl, tokenOf(command), language);
}
