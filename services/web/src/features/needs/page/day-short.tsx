import { useLanguage } from '../../../words/language';

/** The day of an instant in China, month and day only. */
export function DayShort({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const text = new Date(at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
  });
  return <time dateTime={at}>{text}</time>;
}
