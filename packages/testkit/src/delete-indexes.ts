import { z } from 'zod';

type Environment = Readonly<Record<string, string>>;

const indexList = z.object({ results: z.array(z.object({ uid: z.string() })) });
const enqueued = z.object({ taskUid: z.number() });
const task = z.object({ status: z.string() });

/** Deletes every index of the namespace and waits until they are gone. @returns their names */
export async function deleteIndexes(environment: Environment): Promise<string[]> {
  const ask = async (path: string, method: 'GET' | 'DELETE' = 'GET'): Promise<unknown> => {
    const answer = await fetch(`${environment['DUIJIE_MEILI_URL']}${path}`, {
      method,
      headers: { Authorization: `Bearer ${environment['DUIJIE_MEILI_KEY']}` },
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { results } = indexList.parse(await ask('/indexes?limit=1000'));
  const names = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${environment['DUIJIE_NAMESPACE']}_`));
  for (const name of names) {
    const { taskUid } = enqueued.parse(await ask(`/indexes/${name}`, 'DELETE'));
    while (['enqueued', 'processing'].includes(task.parse(await ask(`/tasks/${taskUid}`)).status));
  }
  return names;
}
