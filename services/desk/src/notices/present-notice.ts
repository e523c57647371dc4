import { noticeTopicOf, type NoticeSubject, type NoticeView } from '@duijie/contracts';
import { chinaMoment } from './china-moment';
import type { Notice, Words } from './notice';
import { noticeWords } from './words/notice-words';

const pages: Readonly<Record<NoticeSubject['type'], string>> = {
  need: '/needs/',
  lot: '/lots/',
  introduction: '/introductions/',
  response: '/responses/',
  agreement: '/agreements/',
  organisation: '/organisations/',
  saved_search: '/discover?saved=',
};
/** @returns the console's page that shows the subject */
export const pathOf = ({ type, id }: NoticeSubject): string => `${pages[type]}${id}`;

const joined = (a: Words, b: Words | undefined): Words =>
  b === undefined ? a : { zh: `${a.zh}${b.zh}`, en: `${a.en} ${b.en}` };

/** A notice as its reader sees it. @param now the present moment: dates of this year are shown without the year */
export function presentNotice(notice: Notice, read: boolean, now: Date): NoticeView {
  const { id, kind, to, subject, facts, createdAt } = notice;
  const { title, plain, detail } = noticeWords[kind](facts, (text) => chinaMoment(text, now));
  return {
    id,
    kind,
    topic: noticeTopicOf[kind],
    to: to.type,
    title,
    body: joined(plain, detail),
    subject,
    path: pathOf(subject),
    createdAt: createdAt.toISOString(),
    read,
  };
}
