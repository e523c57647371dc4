import { formatFen, parseYuan } from '@duijie/domain-kit';
import type { NeedInput } from '@duijie/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Field } from '../../../kit/form-problem';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

type NeedMoney = NonNullable<NeedInput['money']>;
type Kind = NeedMoney['kind'];

const useWords = defineWords('need-money-field', {
  zh: {
    label: '有没有资金',
    none: '无资金',
    unknown: '还不清楚',
    range: '预算区间',
    fixed: '定额',
    amount: '金额（元）',
    least: '最少（元）',
    most: '最多（元）',
    example: '如 3万 或 28000',
    order: '最少不能大于最多',
    fixedHint: '定额：价格不参与评比',
  },
  en: {
    label: 'Is there money',
    none: 'No money',
    unknown: 'Not known yet',
    range: 'Budget range',
    fixed: 'Fixed sum',
    amount: 'Amount (yuan)',
    least: 'At least (yuan)',
    most: 'At most (yuan)',
    example: 'e.g. 28000',
    order: 'The least must not be above the most',
    fixedHint: 'Fixed: the price is not compared',
  },
});

const textOf = (fen: number | undefined): string =>
  fen === undefined || fen === 0 ? '' : formatFen(fen, 'zh').replace('元', '');

/** Money or none: an amount as people write it. */
export function MoneyField({
  value,
  error,
  onChange,
}: {
  readonly value: NeedMoney;
  readonly error: Error | null;
  readonly onChange: (money: NeedMoney) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const [kind, setKind] = useState<Kind>(value.kind);
  const [least, setLeast] = useState(value.kind === 'range' ? textOf(value.minFen) : '');
  const [most, setMost] = useState(
    value.kind === 'range' ? textOf(value.maxFen) : value.kind === 'fixed' ? textOf(value.amountFen) : '',
  );
  const [fault, setFault] = useState<string | null>(null);
  // What is typed is shown as it is typed; another value comes from elsewhere: from a kept draft, from the words.
  const [known, setKnown] = useState(value);
  if (JSON.stringify(value) !== JSON.stringify(known)) {
    setKnown(value);
    setKind(value.kind);
    setLeast(value.kind === 'range' ? textOf(value.minFen) : '');
    setMost(value.kind === 'range' ? textOf(value.maxFen) : value.kind === 'fixed' ? textOf(value.amountFen) : '');
    setFault(null);
  }
  const give = (money: NeedMoney): void => {
    setKnown(money);
    onChange(money);
  };

  const enter = (next: Kind, low: string, high: string): void => {
    setKind(next);
    setLeast(low);
    setMost(high);
    setFault(null);
    if (next === 'none' || next === 'unknown') return give({ kind: next });
    if (high.trim() === '') return;
    const max = parseYuan(high);
    if (!max.ok) return setFault(say(max.refusal));
    if (next === 'fixed') return give({ kind: 'fixed', amountFen: max.value });
    const min = low.trim() === '' ? { ok: true as const, value: 0 } : parseYuan(low);
    if (!min.ok) return setFault(say(min.refusal));
    if (min.value > max.value) return setFault(t('order'));
    give({ kind: 'range', minFen: min.value, maxFen: max.value });
  };

  return (
    <Field label={t('label')} error={error} pointer="/money" hint={kind === 'fixed' ? t('fixedHint') : undefined}>
      <Radio.Group
        aria-label={t('label')}
        optionType="button"
        value={kind}
        options={(['none', 'unknown', 'range', 'fixed'] as const).map((one) => ({ value: one, label: t(one) }))}
        onChange={({ target }: { target: { value?: Kind } }) => enter(target.value ?? 'unknown', least, most)}
      />
      {kind === 'range' || kind === 'fixed' ? (
        <div className="kit-row" style={{ marginTop: 8 }}>
          {kind === 'range' ? (
            <Input
              aria-label={t('least')}
              placeholder={t('least')}
              style={{ width: 150 }}
              value={least}
              onChange={({ target }) => enter(kind, target.value, most)}
            />
          ) : null}
          <Input
            aria-label={kind === 'range' ? t('most') : t('amount')}
            placeholder={kind === 'range' ? t('most') : t('example')}
            style={{ width: 150 }}
            status={fault ? 'error' : ''}
            value={most}
            onChange={({ target }) => enter(kind, least, target.value)}
          />
        </div>
      ) : null}
      {fault ? (
        <div className="kit-fault" role="alert">
          {fault}
        </div>
      ) : null}
    </Field>
  );
}
