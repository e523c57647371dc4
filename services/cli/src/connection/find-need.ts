import type { Client } from '@duijie/api-client';
import { search } from '@duijie/contracts';
import { isId } from '@duijie/domain-kit';
import { CommandFailed } from '../terminal/command-failed';

/** A need by its id, or the best hit for words. @throws CommandFailed when nothing is found */
export async function findNeed(client: Client, need: string): Promise<{ id: string; title: string }> {
  if (isId(need as unknown)) return { id: need, title: need };
  const { items } = await client.call(search, { query: { q: need, kind: ['need'], limit: 1 } });
  const [hit] = items;
  if (!hit) throw new CommandFailed({ zh: `没有找到与“${need}”有关的需求`, en: `No need found for “${need}”` });
  return { id: hit.id, title: hit.title };
}
