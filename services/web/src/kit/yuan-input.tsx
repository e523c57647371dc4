import { yuanText } from '@duijie/domain-kit';
import { InputNumber } from 'antd';

/** Asks for an amount in yuan and gives whole fen, null while it is empty. */
export function YuanInput({
  id,
  label,
  value,
  onChange,
  disabled = false,
}: {
  readonly id?: string;
  /** For screen readers, where no visible label names it. */
  readonly label?: string;
  readonly value: number | null;
  readonly onChange: (fen: number | null) => void;
  readonly disabled?: boolean;
}) {
  return (
    <InputNumber<string>
      stringMode
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      style={{ width: '100%', maxWidth: 220 }}
      min="0"
      max="10000000000"
      controls={false}
      inputMode="decimal"
      disabled={disabled}
      suffix="元"
      value={value === null ? null : yuanText(value).replace(/\.00$/, '')}
      parser={(text) => (text ?? '').replaceAll(/[,\uFF0C\s元\u00A5\uFFE5]/g, '')}
      onChange={(yuan) => onChange(yuan === null || yuan === '' ? null : Math.round(Number(yuan) * 100))}
    />
  );
}
