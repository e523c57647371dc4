import { useLanguage } from '../words/language';
import { useNow } from './use-now';

const minute = 60_000;
const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** An instant as people read it: how long ago within a day, else date and time in China; the exact one on hover. */
export function When({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  const exact = instant.toLocaleString(locales[language], { timeZone: 'Asia/Shanghai', hour12: false });
  const minutes = Math.round((instant.getTime() - now) / minute);
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const shown =
    Math.abs(minutes) < 60
      ? relative.format(minutes, 'minute')
      : Math.abs(minutes) < 24 * 60
        ? relative.format(Math.round(minutes / 60), 'hour')
        : instant.toLocaleDateString(locales[language], { timeZone: 'Asia/Shanghai' });
  return (
    <time className="muted" dateTime={at} title={exact}>
      {shown}
    </time>
  );
}
