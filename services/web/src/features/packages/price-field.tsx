import type { PackageView } from '@duijie/contracts';
import { codesOf, isCodeOf, priceModels } from '@duijie/domain-kit';
import { Select } from 'antd';
import { YuanInput } from '../../kit/yuan-input';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('price-field', {
  zh: {
    model: '计价方式',
    from: '最低',
    to: '最高',
    until: '到',
    hint: '两个数写一样就是一口价。',
    about: '可以留空，或写个参考价。',
  },
  en: {
    model: 'How it is priced',
    from: 'From',
    to: 'To',
    until: 'to',
    hint: 'The same number twice is one price.',
    about: 'Leave it empty, or give a rough price.',
  },
});
type Price = PackageView['price'];
const withoutAmount = new Set<Price['model']>(['free', 'invest_share', 'in_kind']);

/** The price of a package in its model. */
export function PriceField({ value, onChange }: { readonly value: Price; readonly onChange: (price: Price) => void }) {
  const t = useWords();
  const { say } = useLanguage();
  const open = value.model === 'negotiable' || value.model === 'user_pays';
  const bare = withoutAmount.has(value.model);
  return (
    <>
      <div className="kit-row">
        <Select<string>
          aria-label={t('model')}
          style={{ width: 190 }}
          value={value.model}
          onChange={(model) => {
            if (!isCodeOf(priceModels, model)) return;
            onChange(withoutAmount.has(model) ? { model, minFen: 0, maxFen: 0 } : { ...value, model });
          }}
          options={codesOf(priceModels).map((model) => ({ value: model, label: say(priceModels[model]) }))}
        />
        {bare ? null : (
          <>
            <YuanInput
              label={t('from')}
              value={value.minFen === 0 ? null : value.minFen}
              onChange={(fen) => onChange({ ...value, minFen: fen ?? 0, maxFen: Math.max(value.maxFen, fen ?? 0) })}
            />
            {t('until')}
            <YuanInput
              label={t('to')}
              value={value.maxFen === 0 ? null : value.maxFen}
              onChange={(fen) => onChange({ ...value, maxFen: fen ?? 0 })}
            />
          </>
        )}
      </div>
      {bare ? null : <div className="kit-hint">{t(open ? 'about' : 'hint')}</div>}
    </>
  );
}
