import { SettingOutlined } from '@ant-design/icons';
import { countUnreadNotices, listNotices, readAllNotices, readNotice, type NoticeView } from '@duijie/contracts';
import { Button, Empty } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../api/client';
import { usePages } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { DataTable } from '../../kit/table/data-table';
import type { Bulk, Column } from '../../kit/table/table-model';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { NoticeActs, NoticeText } from './notice-line';
import { NoticeSettings } from './notice-settings';
import './notices.css';
import { topicWords } from './topic-words';

const useWords = defineWords('notices', {
  zh: {
    title: '通知',
    all: '全部',
    unread: '未读',
    which: '显示哪些',
    mark: '标为已读',
    readAll: '全部标为已读',
    read: '已全部标为已读',
    settings: '设置',
    notice: '通知',
    topic: '类别',
    at: '时间',
    act: '操作',
    none: '还没有通知。有推介、响应、结果和验收时会出现在这里',
  },
  en: {
    title: 'Notices',
    all: 'All',
    unread: 'Unread',
    which: 'Which ones',
    mark: 'Mark as read',
    readAll: 'Mark all as read',
    read: 'All marked as read',
    settings: 'Settings',
    notice: 'Notice',
    topic: 'About',
    at: 'When',
    act: 'Action',
    none: 'No notices yet. Introductions, responses, results and acceptance are told here',
  },
});

/** Notices to the person and the organisation acted for, newest first. */
export function NoticesPage() {
  const t = useWords();
  const { say, language } = useLanguage();
  const [settings, setSettings] = useState(false);
  const fields = useMemo(
    (): readonly Filter[] => [
      {
        key: 'unread',
        label: t('which'),
        control: 'choice',
        initial: '',
        options: [
          { value: '', label: t('all') },
          { value: 'true', label: t('unread') },
        ],
      },
    ],
    // Words change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language],
  );
  const filters = useFilters(fields);
  const notices = usePages<typeof listNotices, NoticeView>(listNotices, { query: { limit: 100, ...filters.query } });
  const readAll = useAct(readAllNotices, [listNotices, countUnreadNotices], t('read'));
  const newest = notices.items[0];
  const bulk: Bulk<NoticeView> = {
    nameOf: ({ title }) => say(title),
    touches: [listNotices, countUnreadNotices],
    actions: [
      {
        key: 'read',
        label: t('mark'),
        applies: ({ read }) => !read,
        run: ({ id }) => api().call(readNotice, { params: { noticeId: id } }),
      },
    ],
  };
  const columns: readonly Column<NoticeView>[] = [
    { key: 'notice', title: t('notice'), cell: (notice) => <NoticeText notice={notice} /> },
    { key: 'topic', title: t('topic'), cell: ({ topic }) => say(topicWords[topic]) },
    { key: 'at', title: t('at'), cell: ({ createdAt }) => <When at={createdAt} />, sort: ({ createdAt }) => createdAt },
    { key: 'act', title: t('act'), cell: (notice) => <NoticeActs notice={notice} /> },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <Button
              disabled={!notices.items.some(({ read }) => !read)}
              loading={readAll.pending}
              onClick={() => readAll.act({ body: { upTo: newest?.id ?? null } })}
            >
              {t('readAll')}
            </Button>
            <Button icon={<SettingOutlined aria-hidden />} onClick={() => setSettings(true)}>
              {t('settings')}
            </Button>
          </>
        }
      />
      <DataTable
        name="notices"
        label={t('title')}
        pages={notices}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        bulk={bulk}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        card={(notice) => (
          <>
            <NoticeText notice={notice} />
            <div className="kit-row kit-row-spread">
              <span className="muted">
                {say(topicWords[notice.topic])} · <When at={notice.createdAt} />
              </span>
              <NoticeActs notice={notice} />
            </div>
          </>
        )}
      />
      {settings ? <NoticeSettings onClose={() => setSettings(false)} /> : null}
    </>
  );
}
