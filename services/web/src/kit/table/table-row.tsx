import { Checkbox } from 'antd';
import { memo, type Ref } from 'react';
import type { Column } from './table-model';

interface RowProps<T> {
  readonly item: T;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly rowId: string;
  readonly columns: readonly Column<T>[];
  /** Null where rows cannot be chosen. */
  readonly chosen: boolean | null;
  readonly chooseLabel: string;
  readonly onToggle: (key: string, through: boolean) => void;
  readonly measure: Ref<HTMLTableRowElement> | undefined;
}

function PlainRow<T>({ item, at, rowId, columns, chosen, chooseLabel, onToggle, measure }: RowProps<T>) {
  return (
    <tr ref={measure} data-index={at} aria-rowindex={at + 2} className={chosen ? 'table-row-chosen' : undefined}>
      {chosen === null ? null : (
        <td className="table-choose">
          <Checkbox
            aria-label={chooseLabel}
            checked={chosen}
            onChange={({ nativeEvent }) => onToggle(rowId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
        </td>
      )}
      {columns.map(({ key, cell, align }) => (
        <td key={key} className={align === 'end' ? 'kit-end' : undefined}>
          {cell(item)}
        </td>
      ))}
    </tr>
  );
}

/** One row; scrolling past does not draw it again. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
