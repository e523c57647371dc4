import type { Reason, ReasonParam } from './reason';
import { reasonTexts } from './reason-texts';

/** Languages that reasons are written in. */
export type ReasonLanguage = 'zh' | 'en';

/**
 * Gives a reason's words.
 *
 * @param reason a reason of this engine
 * @param language `zh` or `en`
 * @returns one sentence without a closing mark; the code itself when it is not known
 * @example reasonText({ code: 'capacity.fail', params: { free: 0 } }, 'zh') // '承接名额已满'
 */
export function reasonText(reason: Reason, language: ReasonLanguage): string {
  const pattern = reasonTexts[reason.code]?.[language];
  if (pattern === undefined) return reason.code;
  return pattern.replace(/\{(\w+)\}/gu, (_, key: string) => shown(key, reason.params[key], language));
}

function shown(key: string, value: ReasonParam | undefined, language: ReasonLanguage): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    if (value.length === 0 && key === 'served') return language === 'zh' ? '全市' : 'the whole city';
    return value.map((word: string) => named(word, language)).join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'number') {
    if (key.endsWith('Fen')) return yuan(value, language);
    if (key.endsWith('Permille')) return `${Math.round(value / 10)}%`;
    if (key.endsWith('Hundredths')) return (value / 100).toFixed(1);
    return key === 'missing' || key === 'needed' ? (value / 100).toFixed(1) : String(value);
  }
  return named(String(value), language);
}

function yuan(fen: number, language: ReasonLanguage): string {
  const whole = Math.round(fen / 100);
  if (language === 'en') return `${whole.toLocaleString('en')} yuan`;
  return whole >= 10_000 ? `${Number((whole / 10_000).toFixed(2))}万元` : `${whole}元`;
}

function named(word: string, language: ReasonLanguage): string {
  return reasonTexts[`name.${word}`]?.[language] ?? word;
}
