import { Column, PrimaryColumn } from 'typeorm';

interface Options {
  readonly name?: string;
  readonly nullable?: boolean;
}
const toNumber = { to: (v: unknown) => v, from: (v: unknown) => (v === null || v === undefined ? v : Number(v)) };
const json = {
  to: (v: unknown) => (v === null || v === undefined ? null : JSON.stringify(v)),
  from: (v: unknown) => (typeof v === 'string' ? (JSON.parse(v) as unknown) : v),
};
const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** `char(36) ascii`: a UUID as primary key. */
export const PrimaryId = (name = 'id') => PrimaryColumn({ type: 'char', length: 36, name, ...ascii });
/** Short ascii word as (part of) a primary key. */
export const PrimaryCode = (length: number, name?: string) =>
  PrimaryColumn({ type: 'varchar', length, ...ascii, ...(name ? { name } : {}) });
/** `char(36) ascii`: a reference to a UUID. */
export const IdColumn = (options: Options = {}) => Column({ type: 'char', length: 36, ...ascii, ...options });
/** Short ascii word: a state, a kind, a code. @param length at most so many characters */
export const CodeColumn = (length: number, options: Options = {}) =>
  Column({ type: 'varchar', length, ...ascii, ...options });
/** Text of people, any script. @param length at most so many characters */
export const TextColumn = (length: number, options: Options = {}) => Column({ type: 'varchar', length, ...options });
export const LongTextColumn = (options: Options = {}) => Column({ type: 'mediumtext', ...options });
/** `datetime(3)` in UTC. */
export const InstantColumn = (options: Options = {}) => Column({ type: 'datetime', precision: 3, ...options });
/** Calendar day in Asia/Shanghai as `YYYY-MM-DD`. */
export const DayColumn = (options: Options = {}) => Column({ type: 'char', length: 10, ...ascii, ...options });
/** Signed bigint read as a JavaScript number: money in fen, sequences. */
export const BigColumn = (options: Options = {}) => Column({ type: 'bigint', transformer: toNumber, ...options });
export const IntColumn = (options: Options = {}) => Column({ type: 'int', ...options });
export const FlagColumn = (options: Options = {}) =>
  Column({
    type: 'tinyint',
    transformer: { to: (v: unknown) => (v ? 1 : 0), from: (v: unknown) => v === 1 || v === true },
    ...options,
  });
export const DoubleColumn = (options: Options = {}) => Column({ type: 'double', ...options });
/** JSON kept as `mediumtext`, since the json types of MySQL and MariaDB differ. */
export const JsonColumn = (options: Options = {}) => Column({ type: 'mediumtext', transformer: json, ...options });
