import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { defineWords } from '../../words/define-words';
import type { Selection } from './use-selection';

const useWords = defineWords('table-cards', {
  zh: { choose: '选择“{{name}}”' },
  en: { choose: 'Select "{{name}}"' },
});

/** Rows as cards, where a table has no room. Cards out of sight are not laid out. */
export function CardList<T>({
  label,
  items,
  card,
  rowKey,
  selection,
  nameOf,
}: {
  readonly label: string;
  readonly items: readonly T[];
  readonly card: (item: T) => ReactNode;
  readonly rowKey: (item: T) => string;
  readonly selection: Selection<T> | null;
  readonly nameOf: (item: T) => string;
}) {
  const t = useWords();
  return (
    <ul className="kit-cards table-cards" aria-label={label}>
      {items.map((item) => {
        const key = rowKey(item);
        return (
          <li key={key} className={selection ? 'table-card-choice' : undefined}>
            {selection ? (
              <Checkbox
                aria-label={t('choose', { name: nameOf(item) })}
                checked={selection.keys.has(key)}
                onChange={() => selection.toggle(key, false)}
              />
            ) : null}
            <div>{card(item)}</div>
          </li>
        );
      })}
    </ul>
  );
}
