import { auditContract } from '../audit/audit-contract';
import { operationsContract } from '../operations/operations-contract';
import { importPolicy } from '../imports/import-policy';
import { importRoutes } from '../imports/import-routes';
import type { PolicyOf } from '../policy';
import { administrator, anyone, broker, member, provider, service } from '../policy';
import { addPackageFile, addPackageLink, downloadPackageFile, removePackageEvidence } from './package-evidence';
import {
  changePackage,
  createPackage,
  getPackage,
  getPackageVersion,
  listOwnPackages,
  listPackageHistory,
  listPackages,
  listPackageVersions,
  publishPackage,
  resumePackage,
  retirePackage,
  suspendPackage,
} from './packages';
import {
  addTaxonomyLeaf,
  changeTaxonomyLeaf,
  getTaxonomy,
  restoreTaxonomyLeaf,
  retireTaxonomyLeaf,
  setCoreServices,
} from './taxonomy';
import { getTrackRecord, setTrackRecord } from './track-record';

export const offersRoutes = {
  getTaxonomy,
  addTaxonomyLeaf,
  changeTaxonomyLeaf,
  retireTaxonomyLeaf,
  restoreTaxonomyLeaf,
  setCoreServices,
  listPackages,
  listOwnPackages,
  createPackage,
  getPackage,
  changePackage,
  publishPackage,
  suspendPackage,
  resumePackage,
  retirePackage,
  listPackageVersions,
  getPackageVersion,
  listPackageHistory,
  addPackageLink,
  addPackageFile,
  downloadPackageFile,
  removePackageEvidence,
  getTrackRecord,
  setTrackRecord,
  verifyOffersAudit: auditContract('offers'),
  getOffersOperations: operationsContract('offers'),
  ...importRoutes('offers', 'packages'),
} as const;

/** What was never published is its provider's alone, whoever asks; the use case sees to that. */
const readers = [anyone('public'), member('own'), broker(), service()] as const;

export const offersPolicy = {
  getTaxonomy: [anyone()],
  addTaxonomyLeaf: [administrator()],
  changeTaxonomyLeaf: [administrator()],
  retireTaxonomyLeaf: [administrator()],
  restoreTaxonomyLeaf: [administrator()],
  setCoreServices: [administrator()],
  listPackages: [anyone('public'), broker(), service()],
  listOwnPackages: [member('own')],
  createPackage: [provider()],
  getPackage: readers,
  changePackage: [provider()],
  publishPackage: [{ ...provider(), verified: true }],
  suspendPackage: [broker(), provider()],
  resumePackage: [broker(), { ...provider(), verified: true }],
  retirePackage: [provider(), broker()],
  listPackageVersions: readers,
  getPackageVersion: readers,
  listPackageHistory: [member('own'), broker()],
  addPackageLink: [provider()],
  addPackageFile: [provider()],
  downloadPackageFile: readers,
  removePackageEvidence: [provider()],
  getTrackRecord: [anyone()],
  setTrackRecord: [administrator()],
  verifyOffersAudit: [administrator()],
  getOffersOperations: [administrator()],
  ...importPolicy('packages', broker(), provider()),
} satisfies PolicyOf<typeof offersRoutes>;
