import type { ImportLook } from '@duijie/contracts';
import type { FileLook } from './files/look-into';
import type { Importer } from './importer';
import { headingOf } from './present-import';
import { requiredFields } from './required-fields';
import { parseRow } from './row-faults';

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(shown).join('、')
    : typeof value === 'object' && value !== null
      ? [...new Set(Object.values(value).map(shown))].join(' – ')
      : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : '';

const at = (row: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
      row,
    );

/** A look into a file with what its rows' schema says of the first ones. */
export function presentLook(importer: Importer, { first, ...look }: FileLook): ImportLook {
  const required = requiredFields(importer);
  const headings = Object.fromEntries(
    look.columns.flatMap(({ path, heading }) => (path === null ? [] : [[path, heading] as const])),
  );
  return {
    ...look,
    fields: importer.columns.map(({ path, headings: [zh], en }) => ({
      path,
      label: { zh, en },
      required: required.has(path),
    })),
    preview: first.map(({ line, value, faults }) => {
      const parsed = faults.length > 0 ? { faults } : parseRow(importer.row, value);
      const values = importer.columns.flatMap(({ path }) => {
        const text = shown(at(value, path)).slice(0, 300);
        return text === '' ? [] : [[path, text] as const];
      });
      return {
        line,
        values: Object.fromEntries(values),
        faults: ('faults' in parsed ? parsed.faults : []).map(({ pointer, detail }) => ({
          pointer,
          heading: headingOf(headings, pointer),
          detail,
        })),
      };
    }),
  };
}
