import { Readable } from 'node:stream';
import type { Download } from './bind';

/** What neither file systems nor addresses take, lone surrogates among it. */
const notInNames = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;

/** Bytes at hand as a download. @param name may hold anything that people wrote @param extension with its dot */
export const bytesDownload = (bytes: Buffer, mediaType: string, name: string, extension: string): Download => ({
  stream: Readable.from([bytes]),
  size: bytes.length,
  mediaType,
  fileName: `${name.replaceAll(notInNames, ' ').trim().slice(0, 80) || 'file'}${extension}`,
});
