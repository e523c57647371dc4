import { formatFen, formatRange } from '@duijie/domain-kit';
import { useLanguage } from '../words/language';
import { defineWords } from '../words/define-words';
import './kit.css';

const useWords = defineWords('money', {
  zh: { upTo: '{{amount}}以内', none: '无资金', unknown: '金额待定', fixed: '{{amount}}（定额）' },
  en: { upTo: 'up to {{amount}}', none: 'No money', unknown: 'Amount open', fixed: '{{amount}} (fixed)' },
});

/** An amount in fen, as yuan; a dash where there is none. */
export function Money({ fen }: { readonly fen: number | null }) {
  const { language } = useLanguage();
  return <span className="kit-number">{fen === null ? '—' : formatFen(fen, language)}</span>;
}

/** What a need may cost, as its `money` says. */
export type BudgetOf =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'range'; readonly minFen: number; readonly maxFen: number }
  | { readonly kind: 'fixed'; readonly amountFen: number };

/** The money of a need in words. */
export function Budget({ money }: { readonly money: BudgetOf }) {
  const t = useWords();
  const { language } = useLanguage();
  if (money.kind === 'none' || money.kind === 'unknown') return <span>{t(money.kind)}</span>;
  const text =
    money.kind === 'fixed'
      ? t('fixed', { amount: formatFen(money.amountFen, language) })
      : money.minFen === 0 && money.maxFen > 0
        ? t('upTo', { amount: formatFen(money.maxFen, language) })
        : formatRange(money, language);
  return <span className="kit-number">{text}</span>;
}
