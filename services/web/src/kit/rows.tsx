import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import './rows.css';

/** Lines that can be added and taken away. @param label what one line is, for the button that takes it away */
export function Rows<T>({
  items,
  blank,
  add,
  remove,
  most,
  onChange,
  render,
}: {
  readonly items: readonly T[];
  readonly blank: T;
  readonly add: string;
  readonly remove: (at: number) => string;
  readonly most: number;
  readonly onChange: (items: T[]) => void;
  readonly render: (item: T, change: (patch: Partial<T>) => void, at: number) => ReactNode;
}) {
  return (
    <>
      {items.map((item, at) => (
        // Lines have no identity of their own, and are only added at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="kit-line">
          <div className="kit-line-fields">
            {render(item, (patch) => onChange(items.map((one, i) => (i === at ? { ...one, ...patch } : one))), at)}
          </div>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={remove(at + 1)}
            onClick={() => onChange(items.filter((_one, i) => i !== at))}
          />
        </div>
      ))}
      {items.length < most ? (
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...items, blank])}>
          {add}
        </Button>
      ) : null}
    </>
  );
}
