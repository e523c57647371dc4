import { createClient, type Client } from '@duijie/api-client';
import { createAccessToken, type Problem } from '@duijie/contracts';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandFailed } from '../terminal/command-failed';
import type { Language } from '../terminal/voice';
import { clientWithToken } from './connect';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Signs in and makes an access token. @param name of the token @throws CommandFailed when login or password are refused */
export async function obtainToken(
  baseUrl: string,
  credentials: Credentials,
  name: string,
  language: Language,
): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ login: credentials.login, password: credentials.password }),
  });
  if (!answer.ok) {
    const { title, detail } = (await answer.json()) as Problem;
    const words = [title, detail].filter(Boolean).join(': ');
    throw new CommandFailed({ zh: `登录失败：${words}`, en: `Sign-in failed: ${words}` });
  }
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const session: Client = createClient({
    baseUrl,
    locale: language,
    headers: () => ({ Cookie: cookie, Origin: baseUrl }),
  });
  const { token } = await session.call(createAccessToken, { body: { name, validDays: 90 } });
  await fetch(`${baseUrl}/api/v1/sign-out`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: baseUrl, 'Content-Type': 'application/json' },
    body: '{}',
  });
  return token;
}

/** Keeps a token for later commands (mode 0600). */
export function keepToken(path: string, token: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify({ token })}\n`, { mode: 0o600 });
}

/** Login and password of the administrator whom the first start made. @param stateDir where it left them */
export function readAdministrator(stateDir: string): Credentials {
  const path = join(stateDir, 'administrator.json');
  if (!existsSync(path))
    throw new CommandFailed(
      {
        zh: `找不到 ${path}：首次启动会写下管理员账号`,
        en: `${path} is missing: the first start writes the administrator's sign-in there`,
      },
      78,
    );
  return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
}

/** A client as that administrator. */
export const signInAsAdministrator = async (baseUrl: string, stateDir: string, language: Language): Promise<Client> =>
  clientWithToken(baseUrl, await obtainToken(baseUrl, readAdministrator(stateDir), 'duijie', language), language);
