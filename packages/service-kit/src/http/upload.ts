import busboy from 'busboy';
import type { Request } from 'express';
import { PassThrough } from 'node:stream';
import { Refusal, ValidationFailed } from '../errors';
import type { FileStore, StoredFile } from '../files/file-store';
import { sniffMediaType } from '../files/sniff';

export interface UploadedFile extends StoredFile {
  readonly name: string;
  readonly mediaType: string;
}
const maxBytes = 20 * 1024 * 1024;

/**
 * Reads a multipart request: one part `file` of at most 20 MB into the file store, and text fields beside it.
 * @throws Refusal when it is too large, none, more than one, or of a type that is not accepted
 */
export function readUpload(
  req: Request,
  files: FileStore,
): Promise<{ file: UploadedFile; fields: Record<string, string> }> {
  if (!req.is('multipart/form-data'))
    throw new Refusal('unsupported-media', {
      detail: {
        zh: '请用 multipart/form-data 上传,文件字段名为 file',
        en: 'Send multipart/form-data with a part named file',
      },
    });
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: maxBytes, fields: 20, fieldSize: 10_000 },
    });
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    let stored: Promise<UploadedFile> | undefined;
    const fail = (error: unknown): void => {
      req.unpipe(parser);
      req.resume();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (field, stream, info) => {
      if (field !== 'file') return void stream.resume();
      const name = info.filename.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-200) || 'file';
      const body = new PassThrough();
      let head = Buffer.alloc(0);
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512)]);
      });
      stream.on('limit', () =>
        body.destroy(
          new Refusal('too-large', { detail: { zh: '文件不得超过 20 MB', en: 'A file must not exceed 20 MB' } }),
        ),
      );
      stream.pipe(body);
      stored = files.put(body).then((file) => {
        const mediaType = sniffMediaType(head, name);
        if (!mediaType)
          throw new ValidationFailed([
            {
              pointer: '/file',
              detail: {
                zh: '不接受这种文件,或文件内容与扩展名不符',
                en: 'This type is not accepted, or the content does not fit the name',
              },
            },
          ]);
        return { ...file, name, mediaType };
      });
      stored.catch(fail);
    });
    parser.on('error', () =>
      fail(new Refusal('unreadable', { detail: { zh: '上传内容不完整', en: 'The upload is not complete' } })),
    );
    parser.on('close', () => {
      if (!stored)
        return fail(new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]));
      stored.then((file) => resolve({ file, fields }), fail);
    });
    req.pipe(parser);
  });
}
