import { identityRoutes as routes, type ImportRowView, type ImportView } from '@duijie/contracts';
import { actorHeaders, eventually } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import type { World } from './world';

export type Kind = 'organisations' | 'compounds';
export const jsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Sends a file and waits for its report. */
export async function loadFile(
  world: World,
  kind: Kind,
  content: string,
  source: string,
  fileName: string = `${kind}.jsonl`,
): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const form = new FormData();
  form.set('source', source);
  form.set('file', new File([content], fileName));
  const answer = await fetch(`${world.host.url}/api/v1/imports/${kind}`, {
    method: 'POST',
    headers: { ...actorHeaders(world.environment, world.administrator), 'idempotency-key': randomUUID() },
    body: form,
  });
  const started = (await answer.json()) as ImportView;
  if (answer.status !== 201) throw new Error(JSON.stringify(started));
  return importReport(world, kind, started.id, 'done');
}
/** Waits until an import is in a state. @returns it with its rows */
export async function importReport(
  world: World,
  kind: Kind,
  importId: string,
  state: ImportView['state'],
): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const as = world.administrator;
  const [get, list] =
    kind === 'organisations'
      ? [routes.getOrganisationsImport, routes.listOrganisationsImportRows]
      : [routes.getCompoundsImport, routes.listCompoundsImportRows];
  const view = await eventually(async () => {
    const { body } = await world.call(get, { as, params: { importId } });
    expect(body.state).toBe(state);
    return body;
  }, 20_000);
  const { body } = await world.call(list, { as, params: { importId }, query: { limit: 100 } });
  return { view, rows: body.items };
}
