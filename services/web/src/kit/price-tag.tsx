import { formatFen, formatRange, type PriceModel } from '@duijie/domain-kit';
import { useLanguage } from '../words/language';
import { defineWords } from '../words/define-words';
import './kit.css';

const useWords = defineWords('price-tag', {
  zh: {
    fixed: '{{amount}}',
    per_m2_month: '{{amount}}/平方米·月',
    per_household_month: '{{amount}}/户·月',
    per_month: '{{amount}}/月',
    per_session: '{{amount}}/次',
    free: '免费',
    negotiable: '面议',
    negotiable_range: '面议（参考 {{amount}}）',
    invest_share: '服务方投资，收益分成',
    user_pays: '由使用者付费',
    user_pays_range: '由使用者付费（{{amount}}）',
    in_kind: '以实物支持',
  },
  en: {
    fixed: '{{amount}}',
    per_m2_month: '{{amount}} per m² and month',
    per_household_month: '{{amount}} per household and month',
    per_month: '{{amount}} a month',
    per_session: '{{amount}} a session',
    free: 'Free',
    negotiable: 'Negotiable',
    negotiable_range: 'Negotiable (about {{amount}})',
    invest_share: 'Provider invests and shares the income',
    user_pays: 'Users pay',
    user_pays_range: 'Users pay ({{amount}})',
    in_kind: 'In kind',
  },
});

const perUnit = ['fixed', 'per_m2_month', 'per_household_month', 'per_month', 'per_session'] as const;
const isPerUnit = (model: PriceModel): model is (typeof perUnit)[number] =>
  (perUnit as readonly PriceModel[]).includes(model);

/** The price of a package in its model, with its unit. */
export function PriceTag({
  price,
}: {
  readonly price: { readonly model: PriceModel; readonly minFen: number; readonly maxFen: number };
}) {
  const t = useWords();
  const { language } = useLanguage();
  const { model, maxFen } = price;
  const amount = maxFen === 0 ? formatFen(0, language) : formatRange(price, language);
  const text = isPerUnit(model)
    ? t(model, { amount })
    : (model === 'negotiable' || model === 'user_pays') && maxFen > 0
      ? t(`${model}_range`, { amount })
      : t(model);
  return <span className="kit-number price-tag">{text}</span>;
}
