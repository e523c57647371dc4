/** MySQL and MariaDB error numbers that we act upon. @see https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
export const driverErrors = {
  duplicateKey: 1062,
  lockWaitTimeout: 1205,
  deadlock: 1213,
  /** Text that is not ASCII, compared with an ASCII column. */
  mixOfCollations: 1267,
} as const;

/** Too many connections, shutting down, killed (MySQL, MariaDB). */
const awayNumbers: readonly unknown[] = [1040, 1053, 3169, 1927];
const awayCodes: readonly unknown[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
];

interface DriverError {
  readonly errno?: unknown;
  readonly code?: unknown;
  readonly fatal?: unknown;
}

/** What the driver said: TypeORM wraps errors of queries, not those of connections. */
function driverErrorOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  const { driverError } = error as { driverError?: DriverError };
  return driverError ?? error;
}

/** @returns the server's error number, or undefined when the error is none of the driver's */
export function driverErrno(error: unknown): number | undefined {
  const { errno } = driverErrorOf(error);
  return typeof errno === 'number' ? errno : undefined;
}

export const isDuplicateKey = (error: unknown): boolean => driverErrno(error) === driverErrors.duplicateKey;

/** Whether the connection failed rather than the statement: no fault of ours, and gone once the database is back. */
export function isDatabaseAway(error: unknown): boolean {
  const { errno, code, fatal } = driverErrorOf(error);
  return fatal === true || awayNumbers.includes(errno) || awayCodes.includes(code);
}
