/** Fields that were given, none of them undefined. */
export type GivenFields<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that spreading it replaces only what was given. */
export const givenFields = <T extends object>(fields: T): GivenFields<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as GivenFields<T>;
