/**
 * Writes JSON in one way only: keys sorted by UTF-16 units, no blanks.
 * @param value of objects, arrays, strings, integers, booleans and null
 * @returns the text that hashes are taken over
 * @see RFC 8785, whose rules for numbers that are no integers are not needed here
 * @example canonicalJson({ b: [1, null], a: '字' }); // '{"a":"字","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
