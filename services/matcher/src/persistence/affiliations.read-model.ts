import type { Context, Database } from '@duijie/service-kit';
import { select } from './sql';

/** Who wrote requirements for these organisations. @returns drafting organisations by the one drafted for */
export async function draftedBy(
  database: Database,
  organisationIds: readonly string[],
  ctx?: Context,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (organisationIds.length === 0) return found;
  const rows = await select<{ from_id: string; to_id: string }>(
    database,
    `SELECT from_id, to_id FROM affiliation_copy WHERE to_id IN (?) AND type = 'drafted' ORDER BY from_id`,
    [organisationIds],
    ctx,
  );
  for (const { from_id: from, to_id: to } of rows) found.set(to, [...(found.get(to) ?? []), from]);
  return found;
}

export interface Link {
  readonly from: string;
  readonly type: 'sponsors' | 'leads' | 'hosts';
  readonly to: string;
}

/** Sponsoring, leading and hosting links between providers and organisations behind the conflict wall, either way. */
export async function linksBetween(
  database: Database,
  providers: readonly string[],
  excluded: readonly string[],
  ctx: Context,
): Promise<Link[]> {
  if (providers.length === 0 || excluded.length === 0) return [];
  return select<Link>(
    database,
    `SELECT from_id AS \`from\`, type, to_id AS \`to\` FROM affiliation_copy
     WHERE to_id IN (?) AND type IN ('sponsors', 'leads', 'hosts') AND from_id IN (?)
     UNION SELECT from_id, type, to_id FROM affiliation_copy
     WHERE to_id IN (?) AND type = 'sponsors' AND from_id IN (?)`,
    [providers, excluded, excluded, providers],
    ctx,
  );
}
