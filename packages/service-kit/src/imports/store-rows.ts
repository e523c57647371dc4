import { contentHash } from './content-hash';
import { faultsJson } from './faults-json';
import { fileRefused } from './files/file-refused';
import { madeId, maxRows, tooManyRows, type ParsedRow, type RowFault } from './files/parsed-file';
import type { ImportRowEntity } from './persistence/import.entity';

const idFault = (zh: string, en: string): readonly RowFault[] => [{ pointer: '/id', detail: { zh, en } }];

function externalIdOf(value: unknown): string | null {
  const { id } = (value ?? {}) as { id?: unknown };
  const text = typeof id === 'number' && Number.isFinite(id) ? String(id) : typeof id === 'string' ? id.trim() : '';
  return text === '' || text.length > 200 ? null : text;
}

/** Of all rows together. A workbook may say a long text once and mean it in every cell. */
const maxCharacters = 60_000_000;
const tooMuch = () => fileRefused({ zh: '文件内容太多，请分成几份', en: 'The file holds too much text; split it' });

/** A row to be stored, before it belongs to an import. */
export type NewRow = Omit<ImportRowEntity, 'importId'>;

/**
 * Makes the rows to be stored of those read: pending, or refused at once where a row cannot be told from others.
 * @throws ValidationFailed when there are none, or at the first one too many
 */
export function storeRows(rows: Iterable<ParsedRow>): NewRow[] {
  const lineOf = new Map<string, number>();
  const stored: NewRow[] = [];
  let characters = 0;
  for (const { line, value, faults } of rows) {
    if (stored.length === maxRows) throw tooManyRows(line);
    const externalId = externalIdOf(value);
    const twin = externalId === null ? undefined : lineOf.get(externalId);
    if (externalId !== null && twin === undefined) lineOf.set(externalId, line);
    const found: readonly RowFault[] =
      faults.length > 0
        ? faults
        : externalId === null
          ? idFault('缺少编号，或超过 200 个字', 'The id is missing or longer than 200 characters')
          : twin === undefined
            ? []
            : externalId?.startsWith(madeId)
              ? idFault(`与第 ${twin} 行内容相同`, `Line ${twin} says the same`)
              : idFault(`编号与第 ${twin} 行相同`, `Line ${twin} has the same id`);
    const refused = found.length > 0;
    const content = refused ? null : JSON.stringify(value);
    characters += content?.length ?? 0;
    if (characters > maxCharacters) throw tooMuch();
    stored.push({
      line,
      externalId,
      content,
      contentHash: refused ? null : contentHash(value),
      outcome: refused ? 'refused' : 'pending',
      aggregateId: null,
      aggregateVersion: null,
      faults: refused ? faultsJson(found) : null,
    });
  }
  if (stored.length === 0) throw fileRefused({ zh: '文件里没有数据', en: 'The file holds no rows' });
  return stored;
}
