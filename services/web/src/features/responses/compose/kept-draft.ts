import type { ResponseDraft } from './response-draft';

/**
 * Drafts of sealed responses stay in this browser: on the server they are sealed at once, and nobody, not even their
 * author, could read them back to go on.
 */
export interface KeptDraft {
  readonly draft: ResponseDraft;
  /** Files that were sent, whose names the server keeps sealed as well. */
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
}

const keyOf = (organisationId: string, lotId: string, attempt: number): string =>
  `duijie.response.${organisationId}.${lotId}.${attempt}`;

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  'draft' in value &&
  'documents' in value &&
  Array.isArray(value.documents) &&
  typeof value.draft === 'object';

/** Where the draft of one organisation for one attempt at a lot is kept in this browser. */
export function keptDraftOf(organisationId: string, lotId: string, attempt: number) {
  const key = keyOf(organisationId, lotId, attempt);
  return {
    read(): KeptDraft | null {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isKept(value) ? value : null;
      } catch {
        return null;
      }
    },
    write: (kept: KeptDraft): void => localStorage.setItem(key, JSON.stringify(kept)),
    clear: (): void => localStorage.removeItem(key),
  };
}
