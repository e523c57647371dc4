import {
  getAgreement,
  listAgreementChanges,
  listAgreementPayments,
  listAgreements,
  listAgreementTimeline,
} from '@duijie/contracts';

/** What is read again after anything was done to an agreement. */
export const touched = [
  getAgreement,
  listAgreements,
  listAgreementTimeline,
  listAgreementChanges,
  listAgreementPayments,
] as const;
