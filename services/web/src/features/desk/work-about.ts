/** What a contact or a follow-up is about: at least one of them. */
export interface WorkAbout {
  readonly needId?: string;
  readonly organisationId?: string;
  readonly introductionId?: string;
  readonly caseId?: string;
}
