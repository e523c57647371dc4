import { useLanguage } from '../words/language';

/** An instant to the second as China's clocks showed it. @param at ISO 8601 */
export const momentText = (at: string, language: 'zh' | 'en'): string =>
  new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', hour12: false });

/** An instant to the second as China's clocks showed it, for what has to be proven. */
export function Moment({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  return <time dateTime={at}>{momentText(at, language)}</time>;
}
