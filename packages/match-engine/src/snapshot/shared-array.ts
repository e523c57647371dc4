/** Kinds of typed array that threads share. */
export type Shareable = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

/**
 * Copies an array into memory that threads share.
 *
 * @param array any typed array
 * @param length how much of it
 * @returns the copy; sent to another thread it is the same memory there
 */
export function sharedArray<T extends Shareable>(array: T, length = array.length): T {
  const Type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Type(new SharedArrayBuffer(length * array.BYTES_PER_ELEMENT));
  copy.set(array.subarray(0, length));
  return copy;
}
