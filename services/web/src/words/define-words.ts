import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { chineseMarks } from './chinese-marks';

type Words = Readonly<Record<string, string>>;

/**
 * Registers the words of one part of the console, and gives its typed lookup. A part is loaded with its words.
 * @param part unique name @param words Chinese and English by key; `{{name}}` is filled in
 * @example const useWords = defineWords('sign-in', { zh: { title: '登录' }, en: { title: 'Sign in' } });
 */
export function defineWords<const Zh extends Words>(
  part: string,
  words: { readonly zh: Zh; readonly en: Readonly<Record<keyof Zh, string>> },
) {
  i18next.addResourceBundle(
    'zh',
    part,
    Object.fromEntries(Object.entries(words.zh).map(([key, text]) => [key, chineseMarks(text)])),
  );
  i18next.addResourceBundle('en', part, words.en);
  return function useWords() {
    const { t } = useTranslation(part);
    return (key: keyof Zh & string, values?: Readonly<Record<string, string | number>>): string => t(key, values ?? {});
  };
}
