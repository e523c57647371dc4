import { SettingOutlined } from '@ant-design/icons';
import type { TableSettings } from '@duijie/contracts';
import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useId } from 'react';
import { defineWords } from '../../words/define-words';
import type { Column } from './table-model';

const useWords = defineWords('table-look', {
  zh: {
    look: '列与行距',
    columns: '显示哪些列',
    density: '行距',
    roomy: '宽松',
    compact: '紧凑',
    reset: '恢复默认列',
  },
  en: {
    look: 'Columns',
    columns: 'Columns shown',
    density: 'Rows',
    roomy: 'Roomy',
    compact: 'Compact',
    reset: 'Columns as at first',
  },
});

/** Which columns are shown, and how dense. The first column always is: it names the row. */
export function LookMenu<T>({
  columns,
  hidden,
  density,
  onHidden,
  onDensity,
}: {
  readonly columns: readonly Column<T>[];
  readonly hidden: readonly string[];
  readonly density: TableSettings['density'];
  /** @param hidden null: as the table has them by itself */
  readonly onHidden: (hidden: string[] | null) => void;
  readonly onDensity: (density: TableSettings['density']) => void;
}) {
  const t = useWords();
  const id = useId();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="table-look">
          <fieldset>
            <legend>{t('columns')}</legend>
            {columns.slice(1).map(({ key, title }) => (
              <div key={key}>
                <Checkbox
                  checked={!hidden.includes(key)}
                  onChange={({ target }) =>
                    onHidden(target.checked ? hidden.filter((one) => one !== key) : [...hidden, key])
                  }
                >
                  {title}
                </Checkbox>
              </div>
            ))}
            <Button type="link" size="small" onClick={() => onHidden(null)}>
              {t('reset')}
            </Button>
          </fieldset>
          <div>
            <span id={id} className="table-field-label">
              {t('density')}
            </span>
            <Segmented
              aria-labelledby={id}
              value={density}
              options={[
                { value: 'roomy', label: t('roomy') },
                { value: 'compact', label: t('compact') },
              ]}
              onChange={onDensity}
            />
          </div>
        </div>
      }
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t('look')}</Button>
    </Popover>
  );
}
