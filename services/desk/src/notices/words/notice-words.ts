import type { NoticeKind } from '@duijie/contracts';
import type { NoticeFacts, Words } from '../notice';
import { agreementWords } from './agreement-words';
import { appointmentWords } from './appointment-words';
import { contestWords } from './contest-words';
import { introductionWords } from './introduction-words';
import { needWords } from './need-words';
import { otherWords } from './other-words';

/**
 * What a notice says. `plain` is one sentence without free text, figures or names of people, good for a group chat too;
 * `detail` is for members only.
 */
export interface NoticeWords {
  readonly title: Words;
  readonly plain: Words;
  readonly detail?: Words | undefined;
}
/** @param moment makes words of an instant or a day */
export type WordsOf = (facts: NoticeFacts, moment: (text: string) => Words) => NoticeWords;

/** The words of every kind of notice. */
export const noticeWords: Readonly<Record<NoticeKind, WordsOf>> = {
  ...needWords,
  ...introductionWords,
  ...appointmentWords,
  ...contestWords,
  ...agreementWords,
  ...otherWords,
};
