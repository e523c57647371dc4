/** What a contact or a follow-up is about: at least one of them is set. */
export interface About {
  readonly needId: string | null;
  readonly organisationId: string | null;
  readonly introductionId: string | null;
  readonly caseId: string | null;
}
/** The same as callers name it. */
export type AboutInput = { readonly [K in keyof About]?: string | undefined };

/** In the order in which a list is narrowed: the first that is named chooses the index. */
export const aboutKeys = [
  'caseId',
  'introductionId',
  'needId',
  'organisationId',
] as const satisfies readonly (keyof About)[];
