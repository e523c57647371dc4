import type { ColumnChoice } from '@duijie/contracts';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ValidationFailed } from '../../errors';
import type { ImportColumn } from '../importer';
import { fileRefused } from './file-refused';
import type { FileLook } from './look-into';
import type { FileRead, FileToRead, NewFile } from './read-rows-thread';

/** Reads files of imports, one at a time: a second one waits. */
export interface RowReader {
  /**
   * @param file of at most 20 MB; its name tells the format
   * @throws ValidationFailed at `/file` when it cannot be taken as a whole
   */
  read(file: FileOnItsWay, columns: readonly ImportColumn[], choice?: ColumnChoice): Promise<NewFile>;
  /** Says what a file seems to hold. @throws ValidationFailed like `read` */
  look(file: FileOnItsWay, columns: readonly ImportColumn[], choice?: ColumnChoice): Promise<FileLook>;
}
interface FileOnItsWay {
  readonly name: string;
  open(): Readable;
}

const tooHard = () =>
  fileRefused({
    zh: '文件内容过于复杂，无法读取。请另存为只含数据的新文件，或分成几份',
    en: 'The file is too complex to be read. Save a new one with the data only, or split it',
  });

/** The compiled thread; run from source, as tests do, it goes through a loader that compiles on the way. */
function startThread(workerData: FileToRead, options: WorkerOptions): Worker {
  const extension = extname(__filename);
  const entry = join(__dirname, `read-rows-thread${extension}`);
  return extension === '.ts'
    ? new Worker(join(__dirname, '../../../test/typescript-thread.cjs'), {
        ...options,
        workerData: { ...workerData, entry },
        execArgv: ['--conditions=@duijie/source'],
      })
    : new Worker(entry, { ...options, workerData });
}

/**
 * Reads in a thread of its own, so that no file holds up the process or takes its memory.
 * @param maxHeapMb of the thread @param maxMs after which it is ended; either refuses the file
 */
export function createRowReader({ maxHeapMb = 400, maxMs = 30_000 } = {}): RowReader {
  let last: Promise<unknown> = Promise.resolve();

  function inThread(file: FileToRead): Promise<FileRead> {
    return new Promise((resolve, reject) => {
      const thread = startThread(file, {
        transferList: [file.bytes.buffer as ArrayBuffer],
        resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      });
      const timer = setTimeout(() => void thread.terminate(), maxMs);
      thread.once('message', resolve);
      thread.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : error),
      );
      thread.once('exit', () => {
        clearTimeout(timer);
        reject(tooHard());
      });
    });
  }

  async function answerOf(file: FileOnItsWay, how: Omit<FileToRead, 'name' | 'bytes'>) {
    const chunks = (await file.open().toArray()) as Buffer[];
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    const answer = await inThread({ name: file.name, bytes, ...how });
    if ('faults' in answer) throw new ValidationFailed(answer.faults);
    if ('bug' in answer) throw new Error(answer.bug);
    return answer;
  }
  const inTurn = (...given: Parameters<typeof answerOf>): ReturnType<typeof answerOf> => {
    const mine = last.then(() => answerOf(...given));
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    async read(file, columns, choice) {
      const answer = await inTurn(file, { columns, choice, look: false });
      if ('file' in answer) return answer.file;
      throw new Error('The thread read another thing than it was asked for');
    },
    async look(file, columns, choice) {
      const answer = await inTurn(file, { columns, choice, look: true });
      if ('look' in answer) return answer.look;
      throw new Error('The thread read another thing than it was asked for');
    },
  };
}
