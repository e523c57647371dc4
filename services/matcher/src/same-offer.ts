import type { PackageBody } from '@duijie/contracts';
import { isDeepStrictEqual } from 'node:util';

const offerOf = ({
  version: _version,
  updatedAt: _updatedAt,
  trackRecord: _record,
  providerName: _name,
  ...offer
}: PackageBody): object => offer;

/** Whether two states of a package offer the same: its provider's record and name are no change of the package. */
export const sameOffer = (one: PackageBody, other: PackageBody): boolean =>
  isDeepStrictEqual(offerOf(one), offerOf(other));
