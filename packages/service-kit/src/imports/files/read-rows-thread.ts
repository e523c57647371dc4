import type { ColumnChoice } from '@duijie/contracts';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal, type Fault } from '../../errors';
import type { ImportColumn } from '../importer';
import { storeRows, type NewRow } from '../store-rows';
import type { FileLook } from './look-into';
import type { ParsedFile } from './parsed-file';
import { lookIntoFile, readFile } from './read-file';

/** A file that was read, its rows ready to be stored. */
export interface NewFile extends Omit<ParsedFile, 'rows'> {
  readonly rows: readonly NewRow[];
}
/** What the thread is given. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly columns: readonly ImportColumn[];
  readonly choice: ColumnChoice | undefined;
  /** Only looked into. */
  readonly look: boolean;
}
/** What the thread answers, once. */
export type FileRead =
  | { readonly file: NewFile }
  | { readonly look: FileLook }
  | { readonly faults: readonly Fault[] }
  | { readonly bug: string };

async function read({ name, bytes, columns, choice, look }: FileToRead): Promise<FileRead> {
  try {
    if (look) return { look: await lookIntoFile(name, bytes, columns, choice) };
    const { rows, unknownHeadings, headings } = await readFile(name, bytes, columns, choice);
    return { file: { rows: storeRows(rows), unknownHeadings, headings } };
  } catch (error) {
    if (error instanceof Refusal && error.faults) return { faults: error.faults };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

void read(workerData as FileToRead).then((answer) => parentPort?.postMessage(answer));
