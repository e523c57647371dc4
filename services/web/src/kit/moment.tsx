import { useLanguage } from '../words/language';

/** An instant to the second as China's clocks showed it, for what has to be proven. */
export function Moment({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const text = new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
  });
  return <time dateTime={at}>{text}</time>;
}
