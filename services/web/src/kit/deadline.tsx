import { useLanguage } from '../words/language';
import { defineWords } from '../words/define-words';
import { useNow } from './use-now';

const useWords = defineWords('deadline', {
  zh: {
    days: '还有 {{n}} 天',
    hours: '还有 {{n}} 小时',
    minutes: '还有 {{n}} 分钟',
    past: '已到时间',
    rest: '（{{rest}}）',
  },
  en: {
    days: '{{n}} days left',
    hours: '{{n}} hours left',
    minutes: '{{n}} minutes left',
    past: 'time is up',
    rest: ' ({{rest}})',
  },
});
const hour = 3_600_000;

/** Until when, in China, and how long that is. */
export function Deadline({ at }: { readonly at: string }) {
  const t = useWords();
  const { language } = useLanguage();
  const left = Date.parse(at) - useNow();
  // A day's beginning is no hour that anybody set: what is due on a day is shown by the day.
  const wholeDay = (Date.parse(at) + 8 * hour) % (24 * hour) === 0;
  const when = new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(wholeDay ? {} : { hour: '2-digit', minute: '2-digit', hour12: false }),
  });
  const rest =
    left <= 0
      ? t('past')
      : left < hour
        ? t('minutes', { n: Math.ceil(left / 60_000) })
        : left < 48 * hour
          ? t('hours', { n: Math.round(left / hour) })
          : t('days', { n: Math.round(left / (24 * hour)) });
  return (
    <time dateTime={at}>
      {when}
      <span className={left < 48 * hour ? 'kit-urgent' : 'muted'}>{t('rest', { rest })}</span>
    </time>
  );
}
