/** MySQL and MariaDB error numbers that we act upon. @see https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
export const driverErrors = {
  duplicateKey: 1062,
  lockWaitTimeout: 1205,
  deadlock: 1213,
  noWait: 3572,
  checkViolated: 3819,
  constraintFailed: 4025,
} as const;

/** @returns the server's error number, or undefined when the error is none of the driver's */
export function driverErrno(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { driverError, errno } = error as { driverError?: { errno?: unknown }; errno?: unknown };
  const found = driverError?.errno ?? errno;
  return typeof found === 'number' ? found : undefined;
}

export const isDuplicateKey = (error: unknown): boolean => driverErrno(error) === driverErrors.duplicateKey;
