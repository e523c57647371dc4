/**
 * Chooses the language of messages shown to people.
 * @module
 */
import { parseArgs } from 'node:util';

/**
 * @param {string[]} argv arguments of a command
 * @returns {string | undefined} value of `--lang`, unchecked
 */
export function langOf(argv) {
  const { lang } = parseArgs({ args: argv, options: { lang: { type: 'string' } }, strict: false }).values;
  return typeof lang === 'string' ? lang : undefined;
}

/**
 * Makes a function that words a message in the language of the caller.
 *
 * @param {object} [options]
 * @param {string} [options.lang] `zh` or `en` (the flag `--lang`); anything else asks the environment.
 * @param {Record<string, string | undefined>} [options.env] environment; `LC_ALL`, then `LANG` are read.
 * @returns {(zh: string, en: string) => string} Chinese, English, or both on one line when nothing says which.
 */
export function createSay({ lang, env = process.env } = {}) {
  const locale = env.LC_ALL || env.LANG || '';
  const chosen = lang === 'zh' || lang === 'en' ? lang : locale.startsWith('zh') ? 'zh' : 'both';
  return (zh, en) => {
    if (chosen === 'zh') return zh;
    if (chosen === 'en') return en;
    return zh === en ? en : `${zh} / ${en}`;
  };
}
