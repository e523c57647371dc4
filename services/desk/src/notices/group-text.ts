import type { NoticeGroupText } from '@duijie/contracts';
import { chinaMoment } from './china-moment';
import type { Notice } from './notice';
import { pathOf } from './present-notice';
import { noticeWords } from './words/notice-words';

/**
 * Text to paste into a group chat (群通知): what it is about, where, until when, where to look. It holds nothing that people
 * wrote by hand other than the need's title, no figures and no names of people.
 * @param origin address of the console, where it is known
 */
export function groupText(
  notice: Pick<Notice, 'kind' | 'facts' | 'subject'>,
  now: Date,
  origin?: string,
): NoticeGroupText {
  const { kind, facts, subject } = notice;
  const moment = (text: string) => chinaMoment(text, now);
  const { title, plain } = noticeWords[kind](facts, moment);
  const due =
    typeof facts.dueAt === 'string' && Date.parse(facts.dueAt) > now.getTime() ? moment(facts.dueAt) : undefined;
  const link = origin === undefined ? undefined : `${origin}${pathOf(subject)}`;
  const zh = [
    `【${title.zh}】${plain.zh}`,
    facts.place === undefined ? '' : `地点：${facts.place}`,
    due ? `截止：${due.zh}` : '',
    link === undefined ? '详情请登录“对接”平台，在“通知”中查看。谢谢！' : `详情：${link} 谢谢！`,
  ];
  const en = [
    `[${title.en}] ${plain.en}`,
    facts.place === undefined ? '' : `Where: ${facts.place}`,
    due ? `Due: ${due.en} (China time)` : '',
    link === undefined ? 'Please sign in to Duijie and look under Notices. Thank you.' : `See ${link} Thank you.`,
  ];
  return { zh: zh.filter(Boolean).join('\n'), en: en.filter(Boolean).join('\n') };
}
