const signatures: readonly (readonly [type: string, bytes: readonly number[], extensions: readonly string[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], ['pdf']],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ['png']],
  ['image/jpeg', [0xff, 0xd8, 0xff], ['jpg', 'jpeg']],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04], ['zip', 'docx', 'xlsx', 'pptx', 'ofd']],
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], ['doc', 'xls', 'ppt', 'wps']],
];

/**
 * Tells a file's type by its first bytes, and that its name does not claim another.
 * @param head at least the first 8 bytes @param fileName as sent
 * @returns the media type, `text/plain` for text, or null for anything that is not accepted
 */
export function sniffMediaType(head: Buffer, fileName: string): string | null {
  const extension = fileName.toLowerCase().split('.').pop() ?? '';
  for (const [type, bytes, extensions] of signatures)
    if (bytes.every((b, i) => head[i] === b)) return extensions.includes(extension) ? type : null;
  const isText = ['txt', 'csv', 'jsonl', 'json', 'tsv'].includes(extension) && !head.includes(0);
  return isText ? 'text/plain' : null;
}
