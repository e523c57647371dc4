import type { MemberRole, NoticeKind, NoticeSubject } from '@duijie/contracts';

/** Words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a notice tells, from which its words are made when it is read. Free text of people stands in `reason` alone. */
export interface NoticeFacts {
  readonly needTitle?: string | undefined;
  /** District, subdistrict, community, as far as known. */
  readonly place?: string | undefined;
  /** 截止 of responses, an instant. */
  readonly dueAt?: string | null | undefined;
  /** Another moment or day that matters: end of the notice period, day of delivery. */
  readonly until?: string | null | undefined;
  /** The other organisation: who introduced, responded, delivers, asked. */
  readonly other?: string | null | undefined;
  /** A milestone, a package, another need. */
  readonly item?: string | null | undefined;
  /** As somebody wrote it, or as a rule says it; never part of a text for a group. */
  readonly reason?: string | Words | null | undefined;
  /** The reader only joined the need (我也要), or had its own merged into it. */
  readonly joined?: true | undefined;
  /** What was done on behalf of the reader. */
  readonly deed?: Words | undefined;
  /** Who did it, and by which channel. */
  readonly by?: Words | undefined;
  readonly rating?: number | undefined;
  /** How many fit a saved search, and the titles of some; its name stands in `item`. */
  readonly found?: { readonly count: number; readonly titles: readonly string[] } | undefined;
}

/** An organisation, all its members or those in some roles, or one person. */
export interface NoticeRecipient {
  readonly type: 'organisation' | 'person';
  readonly id: string;
  readonly roles?: readonly MemberRole[];
}

/** A notice that is to be written. The same fact is told once to a recipient, however often it comes. */
export interface NoticeDraft {
  readonly to: NoticeRecipient;
  readonly kind: NoticeKind;
  readonly subject: NoticeSubject;
  /** Tells this fact from others of its kind about its subject: at most 80 ASCII characters. */
  readonly fact: string;
  readonly facts: NoticeFacts;
}

/** A notice as it is kept. */
export interface Notice extends Omit<NoticeDraft, 'fact'> {
  readonly id: string;
  /** Counts up for its recipient, in the order of commits. */
  readonly position: number;
  readonly createdAt: Date;
}

export const toOrganisation = (id: string, roles?: readonly MemberRole[]): NoticeRecipient => ({
  type: 'organisation',
  id,
  ...(roles ? { roles } : {}),
});
