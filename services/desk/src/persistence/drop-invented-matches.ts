import { execute, jsonId, select, type Database } from '@duijie/service-kit';

const batch = 50;
/** Matches that are told of a need, five at most. */
const places = [0, 1, 2, 3, 4];
interface Named {
  readonly best?: readonly { readonly providerId: string }[];
}

/**
 * Takes invented providers out of the best matches that a real need's copy or task names: where its list is no longer kept
 * up, no event does. @returns how many rows were changed
 */
export async function dropInventedMatches(
  database: Database,
  table: 'need_match_copy' | 'desk_task',
  column: 'body' | 'details',
): Promise<number> {
  const found = places.map((place) => `${jsonId(`r.${column}`, `best[${place}].providerId`)} = e.id`).join(' OR ');
  const rows = await select<{ id: string; text: string }>(
    database,
    `SELECT DISTINCT r.id, r.${column} AS text FROM emptied e JOIN ${table} r ON (${found}) LIMIT ${batch}`,
  );
  for (const { id, text } of rows) {
    const named = JSON.parse(text) as Named;
    const ids = (named.best ?? []).map(({ providerId }) => providerId);
    const gone = await select<{ id: string }>(database, 'SELECT id FROM emptied WHERE id IN (?)', [ids]);
    const best = (named.best ?? []).filter(({ providerId }) => !gone.some((one) => one.id === providerId));
    await execute(database, `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [
      JSON.stringify({ ...named, best }),
      id,
      text,
    ]);
  }
  return rows.length;
}
