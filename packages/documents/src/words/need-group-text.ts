import type { NeedPublicState } from '@duijie/contracts';
import { formatFen, organisationKinds } from '@duijie/domain-kit';
import { chineseMinute } from './chinese-date';
import { eligibleWords, moneyWords, placeWords, windowWords } from './need-words';

export interface NeedGroupText {
  readonly need: Pick<
    NeedPublicState,
    'title' | 'organisationName' | 'place' | 'money' | 'eligibleKinds' | 'responsesDueAt' | 'window'
  >;
  /** Names of the services asked for, in both languages. */
  readonly services: readonly { readonly zh: string; readonly en: string }[];
  readonly url: string;
}

const englishMoney = ({ money }: NeedGroupText['need']): string =>
  money.kind === 'none'
    ? 'no money'
    : money.kind === 'unknown'
      ? 'to be agreed'
      : money.kind === 'fixed'
        ? formatFen(money.amountFen, 'en')
        : `${formatFen(money.minFen, 'en')} – ${formatFen(money.maxFen, 'en')}`;

/** Text about a need to copy into a group chat: short lines, no personal data, the address at the end. */
export function needGroupText({ need, services, url }: NeedGroupText): { zh: string; en: string } {
  const due = need.responsesDueAt === null ? null : new Date(new Date(need.responsesDueAt).getTime() + 8 * 3_600_000);
  return {
    zh: [
      `【需求】${need.title}`,
      `发布：${need.organisationName}`,
      `地点：${placeWords(need)}`,
      ...(services.length === 0 ? [] : [`内容：${services.map(({ zh }) => zh).join('、')}`]),
      `时间：${windowWords(need)}`,
      `资金：${moneyWords(need)}`,
      `可承接：${eligibleWords(need)}`,
      `截止：${need.responsesDueAt === null ? '长期有效，确定承接方即止' : chineseMinute(need.responsesDueAt)}`,
      `详情和响应：${url}`,
    ].join('\n'),
    en: [
      `[Need] ${need.title}`,
      `Posted by: ${need.organisationName}`,
      `Where: ${placeWords(need)}`,
      ...(services.length === 0 ? [] : [`What: ${services.map(({ en }) => en).join(', ')}`]),
      `Money: ${englishMoney(need)}`,
      `Open to: ${need.eligibleKinds.length === 0 ? 'every kind' : need.eligibleKinds.map((kind) => organisationKinds[kind].en).join(', ')}`,
      `Until: ${due === null ? 'open until taken' : `${due.toISOString().slice(0, 16).replace('T', ' ')} (China)`}`,
      `Details: ${url}`,
    ].join('\n'),
  };
}
