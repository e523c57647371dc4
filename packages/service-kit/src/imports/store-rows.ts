import { contentHash } from './content-hash';
import type { ParsedRow, RowFault } from './files/parsed-file';
import type { ImportRowEntity } from './persistence/import.entity';
import { faultsJson } from './row-faults';

const idFault = (zh: string, en: string): readonly RowFault[] => [{ pointer: '/id', detail: { zh, en } }];

function externalIdOf(value: unknown): string | null {
  const { id } = (value ?? {}) as { id?: unknown };
  const text = typeof id === 'number' && Number.isFinite(id) ? String(id) : typeof id === 'string' ? id.trim() : '';
  return text === '' || text.length > 200 ? null : text;
}

/**
 * Makes the rows to be stored of those read: pending, or refused at once where a row cannot be told from others.
 * @param importId of the import they belong to
 */
export function storeRows(importId: string, rows: readonly ParsedRow[]): ImportRowEntity[] {
  const lineOf = new Map<string, number>();
  return rows.map(({ line, value, faults }): ImportRowEntity => {
    const externalId = externalIdOf(value);
    const twin = externalId === null ? undefined : lineOf.get(externalId);
    if (externalId !== null && twin === undefined) lineOf.set(externalId, line);
    const found: readonly RowFault[] =
      faults.length > 0
        ? faults
        : externalId === null
          ? idFault('缺少编号,或超过 200 个字', 'The id is missing or longer than 200 characters')
          : twin === undefined
            ? []
            : idFault(`编号与第 ${twin} 行相同`, `Line ${twin} has the same id`);
    const refused = found.length > 0;
    return {
      importId,
      line,
      externalId,
      content: refused ? null : JSON.stringify(value),
      contentHash: refused ? null : contentHash(value),
      outcome: refused ? 'refused' : 'pending',
      aggregateId: null,
      aggregateVersion: null,
      faults: refused ? faultsJson(found) : null,
    };
  });
}
