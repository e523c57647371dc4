import { createClient, ProblemError, type Client } from '@duijie/api-client';
import { acceptInvitation, createInvitation } from '@duijie/contracts';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { clientWithToken } from '../connection/connect';
import { obtainToken, type Credentials } from '../connection/sign-in';
import type { Language } from '../terminal/voice';

/** A client whose first call makes it. */
function lazily(make: () => Promise<Client>): Client {
  let made: Promise<Client> | undefined;
  const client = (): Promise<Client> => (made ??= make());
  return {
    call: async (...call) => (await client()).call(...call),
    callWithMeta: async (...call) => (await client()).callWithMeta(...call),
    async *pages(...call) {
      yield* (await client()).pages(...call);
    },
    download: async (...call) => (await client()).download(...call),
  };
}

/**
 * Invented members of the demo's providers, who act themselves: the association acts for one side of a deal at most, and
 * a sealed response is handed in by nobody else. Each is invited and signs in at its first call, one after the other; its
 * token is kept, so that a load that was broken off goes on.
 * @param association its administrator's client @param provider the demo's own sign-in of the provider that has a member
 */
export function membersOf(
  association: Client,
  { baseUrl, language, stateDir }: { readonly baseUrl: string; readonly language: Language; readonly stateDir: string },
  provider: Credentials | undefined,
): (organisationId: string) => Client {
  const file = joinPath(stateDir, 'demo-members.json');
  const tokens = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, string>;
  const clients = new Map<string, Client>();
  let queue: Promise<unknown> = Promise.resolve();
  const newcomer = async (organisationId: string): Promise<Credentials> => {
    const { code } = await association.call(createInvitation, {
      params: { organisationId },
      body: { role: 'owner', uses: 1, validDays: 1 },
    });
    const password = randomBytes(12).toString('base64url');
    const login = `demo-${randomBytes(6).toString('hex')}`;
    await createClient({ baseUrl }).call(acceptInvitation, {
      body: { secret: code, newPerson: { name: '演示·经办人', login, password } },
    });
    return { login, password };
  };
  const join = async (organisationId: string): Promise<Client> => {
    const token = tokens[organisationId];
    if (token !== undefined) return clientWithToken(baseUrl, token, language);
    const credentials = await newcomer(organisationId).catch((error: unknown) => {
      if (error instanceof ProblemError && error.status === 409 && provider) return provider;
      throw error;
    });
    const made = await obtainToken(baseUrl, credentials, 'demo', language);
    tokens[organisationId] = made;
    writeFileSync(file, `${JSON.stringify(tokens)}\n`, { mode: 0o600 });
    return clientWithToken(baseUrl, made, language);
  };
  return (organisationId) => {
    const known = clients.get(organisationId);
    if (known) return known;
    const client = lazily(() => {
      const mine = queue.then(() => join(organisationId));
      queue = mine.catch(() => undefined);
      return mine;
    });
    clients.set(organisationId, client);
    return client;
  };
}
