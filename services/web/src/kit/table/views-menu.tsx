import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import type { TableView } from '@duijie/contracts';
import { Button, Input, Popover } from 'antd';
import { useId, useState } from 'react';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('table-views', {
  zh: {
    views: '视图',
    current: '视图：{{name}}',
    none: '把常用的筛选和列存为视图，换一台电脑也在。',
    name: '视图名称',
    save: '存为视图',
    replace: '覆盖',
    remove: '删除视图“{{name}}”',
    full: '最多 20 个视图，请先删除不用的',
  },
  en: {
    views: 'Views',
    current: 'View: {{name}}',
    none: 'Keep filters and columns you use often as a view. It is there on every machine.',
    name: 'Name of the view',
    save: 'Keep as a view',
    replace: 'Replace',
    remove: 'Remove the view "{{name}}"',
    full: 'At most 20 views: remove one first',
  },
});
const most = 20;
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** Named ways to look at a table. @param now filters and columns as they are */
export function ViewsMenu({
  views,
  now,
  onChoose,
  onKeep,
}: {
  readonly views: readonly TableView[];
  readonly now: Omit<TableView, 'name'>;
  readonly onChoose: (view: TableView) => void;
  readonly onKeep: (how: (views: readonly TableView[]) => TableView[]) => void;
}) {
  const t = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const current = views.find((view) => view.search === now.search && same(view.hidden, now.hidden));
  const known = views.some((view) => view.name === name);
  const keep = (): void => {
    if (name === '') return;
    const view = { name, search: now.search, hidden: [...now.hidden] };
    onKeep((kept) =>
      kept.some((one) => one.name === name)
        ? kept.map((one) => (one.name === name ? view : one))
        : [...kept, view].slice(-most),
    );
    setTyped('');
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="table-look">
          {views.length === 0 ? <p className="muted">{t('none')}</p> : null}
          <ul className="kit-plain-list">
            {views.map((view) => (
              <li key={view.name} className="kit-row kit-row-spread">
                <Button
                  type="text"
                  className="table-view"
                  aria-pressed={view === current}
                  onClick={() => {
                    onChoose(view);
                    setOpen(false);
                  }}
                >
                  {view.name}
                </Button>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('remove', { name: view.name })}
                  onClick={() => onKeep((kept) => kept.filter((one) => one.name !== view.name))}
                />
              </li>
            ))}
          </ul>
          {views.length >= most && !known ? <p className="muted">{t('full')}</p> : null}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              keep();
            }}
          >
            <label className="table-field-label" htmlFor={id}>
              {t('name')}
            </label>
            <div className="kit-row">
              <Input
                id={id}
                style={{ flex: 1, minWidth: 120 }}
                maxLength={30}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
              <Button htmlType="submit" disabled={name === '' || (views.length >= most && !known)}>
                {t(known ? 'replace' : 'save')}
              </Button>
            </div>
          </form>
        </div>
      }
    >
      <Button icon={<StarOutlined aria-hidden />}>{current ? t('current', { name: current.name }) : t('views')}</Button>
    </Popover>
  );
}
