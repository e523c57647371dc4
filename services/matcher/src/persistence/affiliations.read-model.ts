import { select, type Context, type Database } from '@duijie/service-kit';
import type { Drafter } from '../conflict-wall';

/** Who wrote requirements for these organisations. @returns drafters by the organisation drafted for */
export async function draftedBy(
  database: Database,
  organisationIds: readonly string[],
  ctx?: Context,
): Promise<Map<string, Drafter[]>> {
  const found = new Map<string, Drafter[]>();
  if (organisationIds.length === 0) return found;
  const rows = await select<{ from_id: string; to_id: string; kind: string | null }>(
    database,
    `SELECT a.from_id, a.to_id, JSON_UNQUOTE(JSON_EXTRACT(o.body, '$.kind')) AS kind
     FROM affiliation_copy a LEFT JOIN organisation_copy o ON o.id = a.from_id
     WHERE a.to_id IN (?) AND a.type = 'drafted' ORDER BY a.from_id`,
    [organisationIds],
    ctx,
  );
  for (const { from_id: id, to_id: to, kind } of rows)
    found.set(to, [...(found.get(to) ?? []), { id, isAssociation: kind === 'association' }]);
  return found;
}

/** Provider groups: a firm, the organisations that it sponsors and the volunteers that it leads. @returns the firm by member */
export async function providerGroups(database: Database, ctx: Context): Promise<Readonly<Record<string, string>>> {
  const rows = await select<{ from_id: string; to_id: string }>(
    database,
    `SELECT from_id, to_id FROM affiliation_copy WHERE type IN ('sponsors', 'leads') ORDER BY to_id, from_id DESC`,
    [],
    ctx,
  );
  return Object.fromEntries(rows.map((row) => [row.to_id, row.from_id]));
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
