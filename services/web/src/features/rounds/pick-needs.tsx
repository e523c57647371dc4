import { listNeeds, type NeedSummary } from '@duijie/contracts';
import { Button, Checkbox, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { defineWords } from '../../words/define-words';
import './rounds.css';

const useWords = defineWords('round-pick-needs', {
  zh: {
    list: '正在征集的需求',
    find: '在列表中查找',
    chosen: '已选 {{n}} 个',
    more: '显示更多',
    none: '没有正在征集的需求',
    where: '{{who}} · {{where}}',
  },
  en: {
    list: 'Needs that take responses',
    find: 'Find in the list',
    chosen: '{{n}} chosen',
    more: 'Show more',
    none: 'No need takes responses now',
    where: '{{who}} · {{where}}',
  },
});

/** Chooses needs of a round one by one. @param value their ids */
export function PickNeeds({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  const t = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const pages = usePages<typeof listNeeds, NeedSummary>(listNeeds, { query: { limit: 100 } });
  const wanted = typed.trim().toLowerCase();
  const shown = pages.items.filter(({ title, organisationName, place }) =>
    `${title} ${organisationName} ${place.district}`.toLowerCase().includes(wanted),
  );
  const toggle = (needId: string, chosen: boolean): void =>
    onChange(chosen ? [...value, needId] : value.filter((one) => one !== needId));
  return (
    <>
      <div className="kit-row">
        <label htmlFor={id} className="kit-hidden">
          {t('find')}
        </label>
        <Input
          id={id}
          type="search"
          allowClear
          style={{ maxWidth: 320 }}
          placeholder={t('find')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <output>{t('chosen', { n: value.length })}</output>
      </div>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.isSuccess && pages.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <Scroll label={t('list')} className="round-pick">
        <ul className="kit-plain-list">
          {shown.map((need) => (
            <li key={need.id}>
              <Checkbox checked={value.includes(need.id)} onChange={({ target }) => toggle(need.id, target.checked)}>
                {need.title}{' '}
                <span className="muted">{t('where', { who: need.organisationName, where: need.place.district })}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
      </Scroll>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
