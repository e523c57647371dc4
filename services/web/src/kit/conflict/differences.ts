/** One field of a form that may have been changed on both sides. */
export interface ConflictField<T> {
  readonly key: keyof T & string;
  readonly label: string;
  /** The value in words; left out: as it stands. */
  readonly show?: (value: T) => string;
}
export type Side = 'mine' | 'theirs';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What differs between two versions of a form, and which one is likely meant: a field that only the other side touched is
 * theirs, everything else mine.
 * @param base both began with
 */
export function differences<T extends object>(
  fields: readonly ConflictField<T>[],
  base: T,
  mine: T,
  theirs: T,
): { readonly field: ConflictField<T>; readonly side: Side; readonly both: boolean }[] {
  return fields.flatMap((field) => {
    const { key } = field;
    if (same(mine[key], theirs[key])) return [];
    const untouched = same(mine[key], base[key]);
    return [
      {
        field,
        side: untouched ? ('theirs' as const) : ('mine' as const),
        both: !untouched && !same(theirs[key], base[key]),
      },
    ];
  });
}

/** The form with each field from the side chosen; fields that do not differ are mine. */
export function merged<T extends object>(mine: T, theirs: T, sides: ReadonlyMap<keyof T, Side>): T {
  const result = { ...mine };
  for (const [key, side] of sides) if (side === 'theirs') result[key] = theirs[key];
  return result;
}
