import { Button, Radio, Tag } from 'antd';
import { useState } from 'react';
import { defineWords } from '../../words/define-words';
import { commaOf, currentLanguage } from '../../words/language';
import './conflict.css';
import { differences, merged, type ConflictField, type Side } from './differences';
import { Modal } from '../modal';

const useWords = defineWords('conflict', {
  zh: {
    title: '刚才有人改了同一份内容',
    why: '您打开之后，别人保存过。下面是不一样的地方，请逐项选用哪一个，再保存',
    mine: '我写的',
    theirs: '现在的（别人保存的）',
    both: '两边都改了',
    allMine: '全用我写的',
    allTheirs: '全用现在的',
    save: '按所选保存',
    back: '先不保存，继续改',
    choose: '{{field}}用哪一个',
    empty: '（空）',
  },
  en: {
    title: 'Somebody has just changed the same thing',
    why: 'It was saved by somebody else since you opened it. Choose for each difference, then save',
    mine: 'Mine',
    theirs: 'As it stands (theirs)',
    both: 'changed by both',
    allMine: 'All mine',
    allTheirs: 'All theirs',
    save: 'Save as chosen',
    back: 'Do not save yet',
    choose: 'Which for {{field}}',
    empty: '(empty)',
  },
});

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? value.map(plain).join(commaOf(currentLanguage()))
      : typeof value === 'object' && value !== null
        ? Object.values(value).map(plain).filter(Boolean).join(' · ')
        : typeof value === 'boolean'
          ? value
            ? '✓'
            : '✗'
          : '';

/** Both versions side by side where they differ; by field one is chosen. @param onSave is given the form to be saved */
export function ConflictModal<T extends object>({
  fields,
  base,
  mine,
  theirs,
  onSave,
  onBack,
}: {
  readonly fields: readonly ConflictField<T>[];
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  readonly onSave: (chosen: T) => void;
  readonly onBack: () => void;
}) {
  const t = useWords();
  const found = differences(fields, base, mine, theirs);
  const [sides, setSides] = useState<ReadonlyMap<keyof T & string, Side>>(
    () => new Map(found.map(({ field, side }) => [field.key, side])),
  );
  const all = (side: Side): void => setSides(new Map(found.map(({ field }) => [field.key, side])));
  const words = ({ key, show }: ConflictField<T>, value: T): string =>
    (show ? show(value) : plain(value[key])) || t('empty');
  return (
    <Modal
      open
      width={860}
      title={t('title')}
      okText={t('save')}
      cancelText={t('back')}
      onOk={() => onSave(merged(mine, theirs, sides))}
      onCancel={onBack}
    >
      <p>{t('why')}</p>
      <div className="kit-actions">
        <Button size="small" onClick={() => all('mine')}>
          {t('allMine')}
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          {t('allTheirs')}
        </Button>
      </div>
      {found.map(({ field, both }) => (
        <fieldset key={field.key} className="conflict-field">
          <legend>
            {field.label} {both ? <Tag color="warning">{t('both')}</Tag> : null}
          </legend>
          <Radio.Group
            aria-label={t('choose', { field: field.label })}
            className="conflict-sides"
            value={sides.get(field.key)}
            onChange={({ target }) => setSides(new Map(sides).set(field.key, target.value as Side))}
          >
            {(['mine', 'theirs'] as const).map((side) => (
              <Radio key={side} value={side} className="conflict-side">
                <span className="muted">{t(side)}</span>
                <span className="conflict-words">{words(field, side === 'mine' ? mine : theirs)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      ))}
    </Modal>
  );
}
