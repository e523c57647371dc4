/** Side lengths of an image in pixels. */
export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Buffer): ImageSize | null {
  const isPng = pngSignature.every((byte, i) => bytes[i] === byte) && bytes.toString('latin1', 12, 16) === 'IHDR';
  return isPng && bytes.length >= 33 ? { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) } : null;
}

/** Frames but DHT, JPG and DAC say the size. @see ITU-T T.81, B.1.1.3 and B.2.2 */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Buffer): ImageSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { widthPx: bytes.readUInt16BE(at + 7), heightPx: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/**
 * Reads how large an image is from its head, without decoding it.
 * @returns null where the bytes are no image of this type, or say no size @see ISO/IEC 15948, 11.2.2
 */
export function imageSize(bytes: Buffer, mediaType: 'image/png' | 'image/jpeg'): ImageSize | null {
  const size = mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  return size && size.widthPx > 0 && size.heightPx > 0 ? size : null;
}
