import { createClient, type Client } from '@duijie/api-client';
import { acceptInvitation, createInvitation } from '@duijie/contracts';
import { randomBytes } from 'node:crypto';
import { clientWithToken } from '../connection/connect';
import { obtainToken } from '../connection/sign-in';
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
 * a sealed response is handed in by nobody else. Each is invited and signs in at its first call, one after the other.
 * @param association its administrator's client
 */
export function membersOf(
  association: Client,
  baseUrl: string,
  language: Language,
): (organisationId: string) => Client {
  const clients = new Map<string, Client>();
  let queue: Promise<unknown> = Promise.resolve();
  const join = async (organisationId: string): Promise<Client> => {
    const { code } = await association.call(createInvitation, {
      params: { organisationId },
      body: { role: 'owner', uses: 1, validDays: 1 },
    });
    const password = randomBytes(12).toString('base64url');
    const login = `demo-${randomBytes(6).toString('hex')}`;
    await createClient({ baseUrl }).call(acceptInvitation, {
      body: { secret: code, newPerson: { name: '演示·经办人', login, password } },
    });
    return clientWithToken(baseUrl, await obtainToken(baseUrl, { login, password }, 'demo', language), language);
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
