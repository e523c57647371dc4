/** Kinds of typed array that serve as columns. */
type Column = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

/**
 * Copies a column into a longer one.
 *
 * @param column the column
 * @param Type its constructor
 * @param atLeast least length wanted
 * @returns a column of at least twice the length, zeros behind
 */
export function enlarged<T extends Column>(column: T, Type: new (length: number) => T, atLeast: number): T {
  const larger = new Type(Math.max(atLeast, column.length * 2));
  larger.set(column);
  return larger;
}
