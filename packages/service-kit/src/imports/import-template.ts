import { stringify } from 'csv-stringify/sync';
import { Readable } from 'node:stream';
import type { Download } from '../http/bind';
import type { Importer } from './importer';

/** A sheet with the headings only, as UTF-8 with the mark by which Excel knows it. */
export function importTemplate({ columns, kind }: Importer): Download {
  const bytes = Buffer.from(`\uFEFF${stringify([columns.map((column) => column.headings[0])])}`, 'utf8');
  return {
    stream: Readable.from([bytes]),
    size: bytes.length,
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${kind}.csv`,
  };
}
