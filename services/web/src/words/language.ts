import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { chineseMarks } from './chinese-marks';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
const kept = 'duijie.language';

const isLanguage = (text: string | null): text is Language => text === 'zh' || text === 'en';

/** The language kept in this browser, else the browser's own, else Chinese. */
function firstLanguage(): Language {
  const own = localStorage.getItem(kept);
  if (isLanguage(own)) return own;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Must run before anything registers its words. */
export function startLanguages(): void {
  void i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'zh',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN';
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

export function changeLanguage(language: Language): void {
  localStorage.setItem(kept, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  void i18next.changeLanguage(language);
}

/** What stands between the names of a list. */
export const commaOf = (language: Language): string => (language === 'zh' ? '、' : ', ');

/** What stands between the sentences of a list. */
export const semicolonOf = (language: Language): string => (language === 'zh' ? '；' : '; ');

/** The language shown, text of both languages in it, and what stands there between a name and its value, or between names. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    comma: commaOf(language),
    colon: language === 'zh' ? '：' : ': ',
    semicolon: semicolonOf(language),
    say: (text: { readonly zh: string; readonly en: string }): string =>
      language === 'zh' ? chineseMarks(text.zh) : text.en,
  };
}
