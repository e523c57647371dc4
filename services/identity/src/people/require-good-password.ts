import { ValidationFailed } from '@duijie/service-kit';
import { passwordFault } from './password-fault';

/** @param pointer where the password stands in the input @throws ValidationFailed */
export function requireGoodPassword(password: string, login: string, pointer: string): void {
  const detail = passwordFault(password, login);
  if (detail) throw new ValidationFailed([{ pointer, detail }]);
}
