import { createClient, type Client } from '@duijie/api-client';
import { onBehalfClaim, type OnBehalfClaim } from '@duijie/contracts';
import type { Command } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed } from '../terminal/command-failed';
import type { Language } from '../terminal/voice';
import { isServing, stateDirOf, urlOf } from './surroundings';

/** Where a token made on this machine is kept (mode 0600). */
export const tokenFile = (): string => join(stateDirOf(), 'cli-token.json');

/** A client that acts by an access token. */
export const clientWithToken = (baseUrl: string, token: string, language: Language, onBehalf?: OnBehalfClaim): Client =>
  createClient({
    baseUrl,
    locale: language,
    ...(onBehalf ? { onBehalf } : {}),
    headers: () => ({ Authorization: `Bearer ${token}` }),
  });

function onBehalfOf(command: Command): OnBehalfClaim | undefined {
  const { onBehalf, channel, note } = command.optsWithGlobals<{ onBehalf?: string; channel?: string; note?: string }>();
  if (onBehalf === undefined) return undefined;
  const claim = onBehalfClaim.safeParse({ organisationId: onBehalf, channel: channel ?? 'phone', note });
  if (claim.success) return claim.data;
  throw new CommandFailed(
    {
      zh: '代办须给出机构编号（--on-behalf）、方式（--channel phone、paper、wechat 或 visit）和 2–200 字的说明（--note）',
      en: 'To act on behalf give the id of an organisation (--on-behalf), --channel phone, paper, wechat or visit, and a --note of 2–200 characters',
    },
    2,
  );
}

function tokenOf(command: Command): string {
  const given = command.optsWithGlobals<{ token?: string }>().token ?? process.env['DUIJIE_TOKEN'];
  if (given) return given;
  const path = tokenFile();
  if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { token: string }).token;
  throw new CommandFailed(
    {
      zh: '没有访问令牌：请运行 duijie sign-in，或用 --token / DUIJIE_TOKEN 给出',
      en: 'No access token: run duijie sign-in, or give --token or DUIJIE_TOKEN',
    },
    78,
  );
}

/** A client that acts for another organisation, whatever the options say. */
export const connectOnBehalf = (command: Command, language: Language, claim: OnBehalfClaim): Client =>
  clientWithToken(urlOf(command), tokenOf(command), language, claim);

/** A client for the product that the options, the environment or `npm start` name. @throws CommandFailed when nothing answers there */
export async function connect(command: Command, language: Language): Promise<Client> {
  const baseUrl = urlOf(command);
  if (!(await isServing(baseUrl)))
    throw new CommandFailed(
      {
        zh: `${baseUrl} 没有应答；请先运行 npm start，或用 --url 指定地址`,
        en: `${baseUrl} does not answer; run npm start first, or name the address by --url`,
      },
      69,
    );
  return clientWithToken(baseUrl, tokenOf(command), language, onBehalfOf(command));
}
