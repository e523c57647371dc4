import busboy from 'busboy';
import type { Request } from 'express';
import { finished, type Readable } from 'node:stream';
import { finished as ended } from 'node:stream/promises';
import { Refusal, ValidationFailed } from '../errors';
import type { FileStore, StagedFile, StoredFile } from '../files/file-store';
import { sniffMediaType } from '../files/sniff';

/** A file that came with a request. It is in the store once the route's transaction is committed. */
export interface UploadedFile extends StoredFile {
  /** Its name in the store: the hash, unless the store keeps other bytes than were sent. */
  readonly keptAs: string;
  readonly name: string;
  readonly mediaType: string;
  /** Reads it, also while it is not in the store yet. */
  open(): Readable;
}
export interface Upload {
  readonly file: UploadedFile;
  readonly fields: Readonly<Record<string, string>>;
  readonly staged: StagedFile;
}
const maxBytes = 20 * 1024 * 1024;
const headBytes = 512;

const incomplete = () =>
  new Refusal('unreadable', { detail: { zh: '上传内容不完整', en: 'The upload is not complete' } });
const tooLarge = () =>
  new Refusal('too-large', { detail: { zh: '文件不得超过 20 MB', en: 'A file must not exceed 20 MB' } });
const notAccepted = () =>
  new ValidationFailed([
    {
      pointer: '/file',
      detail: {
        zh: '不接受这种文件，或文件内容与扩展名不符',
        en: 'This type is not accepted, or the content does not fit the name',
      },
    },
  ]);

interface Part {
  readonly staged: StagedFile;
  readonly name: string;
  readonly mediaType: string;
}

async function stagePart(part: Readable & { truncated?: boolean }, fileName: string, files: FileStore): Promise<Part> {
  const name = fileName.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-200) || 'file';
  let mediaType: string | null = null;
  // The parser would read on to the end of the part.
  part.once('limit', () => part.destroy(tooLarge()));
  async function* checked(): AsyncGenerator<Buffer> {
    let head = Buffer.alloc(0);
    try {
      for await (const chunk of part as AsyncIterable<Buffer>) {
        if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)]);
        yield chunk;
      }
    } catch {
      throw part.truncated ? tooLarge() : incomplete();
    }
    mediaType = sniffMediaType(head, name);
    if (mediaType === null) throw notAccepted();
  }
  const staged = await files.stage(checked());
  return { staged, name, mediaType: mediaType ?? '' };
}

function parserOf(req: Request): busboy.Busboy {
  if (!req.is('multipart/form-data'))
    throw new Refusal('unsupported-media', {
      detail: {
        zh: '请用 multipart/form-data 上传，文件字段名为 file',
        en: 'Send multipart/form-data with a part named file',
      },
    });
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: maxBytes, fields: 20, fieldSize: 10_000 },
    });
  } catch {
    throw incomplete();
  }
}

/**
 * Reads a multipart request: one part `file` of at most 20 MB, and text fields beside it. The file is staged: the
 * caller keeps or discards it. When it throws, also because the request broke off, nothing is left behind.
 * @throws Refusal when it is too large, none, not whole, or of a type that is not accepted
 */
export async function readUpload(req: Request, files: FileStore): Promise<Upload> {
  const parser = parserOf(req);
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let part: Promise<Part> | undefined;
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (field, stream, info) => {
    // Whoever reads the stream sees its error, too; without a listener it would end the process.
    stream.on('error', () => undefined);
    if (field !== 'file') return void stream.resume();
    part = stagePart(stream, info.filename, files);
    // The rest of the request is read and dropped, so that the answer arrives.
    part.catch((error: Error) => {
      req.unpipe(parser);
      req.resume();
      parser.destroy(error);
    });
  });
  finished(req, (error) => {
    if (error) parser.destroy(error);
  });
  req.pipe(parser);
  try {
    await ended(parser);
  } catch {
    // What became of the part tells more than that the parser was ended.
    const whole = await part;
    await whole?.staged.discard();
    throw incomplete();
  }
  const whole = await part;
  if (!whole) throw new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]);
  const { staged, name, mediaType } = whole;
  const { sha256, size } = staged;
  const file = { sha256, size, name, mediaType, keptAs: staged.keptAs ?? sha256, open: () => staged.open() };
  return { file, fields, staged };
}
