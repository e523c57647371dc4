import { BellOutlined, DeleteOutlined, StarOutlined } from '@ant-design/icons';
import {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
  searchAlerts,
  type SavedSearchView,
  type SearchAlert,
} from '@duijie/contracts';
import { Badge, Button, Input, Popover, Select } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { savedOf, writeAddress, searchOf, type Search } from './search-address';

const useWords = defineWords('saved-searches', {
  zh: {
    title: '保存的搜索',
    titleFresh: '保存的搜索，{{n}} 条新结果',
    none: '把这次搜索存下来，以后一点就到；有新的也可以通知您。',
    fresh: '{{n}} 条新',
    name: '名称',
    alert: '有新结果时',
    alertOf: '“{{name}}”有新结果时',
    off: '不通知',
    at_once: '马上通知',
    daily: '每天早上 9 点汇总',
    save: '保存这次搜索',
    saved: '已保存',
    remove: '删除“{{name}}”',
    removed: '已删除',
    changed: '已修改',
  },
  en: {
    title: 'Saved searches',
    titleFresh: 'Saved searches, {{n}} new results',
    none: 'Keep this search to come back to it by one tap, and to be told of what is new.',
    fresh: '{{n}} new',
    name: 'Name',
    alert: 'When there is news',
    alertOf: 'When there is news for "{{name}}"',
    off: 'tell me nothing',
    at_once: 'tell me at once',
    daily: 'tell me each morning at 9',
    save: 'Save this search',
    saved: 'Saved',
    remove: 'Remove "{{name}}"',
    removed: 'Removed',
    changed: 'Changed',
  },
});
const touched = [listSavedSearches];

function Line({ saved, onOpen }: { readonly saved: SavedSearchView; readonly onOpen: () => void }) {
  const t = useWords();
  const change = useAct(changeSavedSearch, touched, t('changed'));
  const remove = useAct(removeSavedSearch, touched, t('removed'));
  const params = { savedSearchId: saved.id };
  return (
    <li className="saved-search">
      <div className="kit-row kit-row-spread">
        <Button type="link" className="saved-search-name" onClick={onOpen}>
          {saved.name}
        </Button>
        {saved.fresh > 0 ? <b className="kit-urgent">{t('fresh', { n: saved.fresh })}</b> : null}
      </div>
      <div className="kit-row kit-row-spread">
        <Select<SearchAlert>
          size="small"
          style={{ width: 190 }}
          aria-label={t('alertOf', { name: saved.name })}
          value={saved.alert}
          options={searchAlerts.map((value) => ({ value, label: t(value) }))}
          onChange={(alert) => change.act({ params, ifMatch: saved.version, body: { alert } })}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('remove', { name: saved.name })}
          loading={remove.pending}
          onClick={() => remove.act({ params })}
        />
      </div>
    </li>
  );
}

/** Searches that the person keeps for the organisation acted for; this one can be kept too. */
export function SavedSearches({
  search,
  suggestion,
  onOpen,
}: {
  readonly search: Search;
  /** A name for this search. */
  readonly suggestion: string;
  /** @param id of the search whose news is looked at @param address where it is searched for again */
  readonly onOpen: (id: string, address: URLSearchParams) => void;
}) {
  const t = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [alert, setAlert] = useState<SearchAlert>('off');
  const list = useCall(listSavedSearches, {});
  const save = useAct(saveSearch, touched, t('saved'));
  const items = list.data?.items ?? [];
  const fresh = items.reduce((sum, one) => sum + one.fresh, 0);
  const name = (typed ?? suggestion).trim();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="saved-searches">
          <ProblemAlert error={list.error} again={() => void list.refetch()} />
          {list.isSuccess && items.length === 0 ? <p className="muted">{t('none')}</p> : null}
          <ul className="kit-plain-list">
            {items.map((saved) => (
              <Line
                key={saved.id}
                saved={saved}
                onOpen={() => {
                  onOpen(saved.id, writeAddress(searchOf(saved.query)));
                  setOpen(false);
                }}
              />
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name !== '')
                save.act({ body: { name, query: savedOf(search), alert } }, () => {
                  setTyped(null);
                  setOpen(false);
                });
            }}
          >
            <label htmlFor={id}>{t('name')}</label>
            <Input
              id={id}
              maxLength={40}
              value={typed ?? suggestion}
              onChange={({ target }) => setTyped(target.value)}
            />
            <label htmlFor={`${id}-alert`}>{t('alert')}</label>
            <Select<SearchAlert>
              id={`${id}-alert`}
              style={{ width: '100%' }}
              value={alert}
              options={searchAlerts.map((value) => ({ value, label: t(value) }))}
              onChange={setAlert}
            />
            <Button
              block
              type="primary"
              htmlType="submit"
              style={{ marginTop: 8 }}
              disabled={name === ''}
              loading={save.pending}
            >
              {t('save')}
            </Button>
          </form>
        </div>
      }
    >
      <Badge count={fresh} size="small" offset={[-4, 4]}>
        <Button
          icon={fresh > 0 ? <BellOutlined aria-hidden /> : <StarOutlined aria-hidden />}
          {...(fresh > 0 ? { 'aria-label': t('titleFresh', { n: fresh }) } : {})}
        >
          {t('title')}
        </Button>
      </Badge>
    </Popover>
  );
}
