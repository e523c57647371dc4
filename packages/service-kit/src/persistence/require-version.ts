import { PreconditionFailed } from '../errors';

/** @param ifMatch version the caller has seen @param current version of the locked row @throws PreconditionFailed (412) when they differ */
export function requireVersion(ifMatch: number, current: number): void {
  if (ifMatch !== current) throw new PreconditionFailed(current);
}
