import { countUnreadNotices, listNotices, readAllNotices, type NoticeView } from '@duijie/contracts';
import { SettingOutlined } from '@ant-design/icons';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePages } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { NoticeLine } from './notice-line';
import { NoticeSettings } from './notice-settings';
import './notices.css';

const useWords = defineWords('notices', {
  zh: {
    title: '通知',
    all: '全部',
    unread: '未读',
    which: '显示哪些',
    readAll: '全部标为已读',
    read: '已全部标为已读',
    settings: '设置',
    none: '还没有通知。有推介、响应、结果和验收时会出现在这里',
    noneUnread: '没有未读通知',
    more: '更多',
  },
  en: {
    title: 'Notices',
    all: 'All',
    unread: 'Unread',
    which: 'Which ones',
    readAll: 'Mark all as read',
    read: 'All marked as read',
    settings: 'Settings',
    none: 'No notices yet. Introductions, responses, results and acceptance are told here',
    noneUnread: 'Nothing unread',
    more: 'More',
  },
});

/** Notices to the person and the organisation acted for, newest first. */
export function NoticesPage() {
  const t = useWords();
  const [search, setSearch] = useSearchParams();
  const unread = search.get('unread') === '1';
  const [settings, setSettings] = useState(false);
  const notices = usePages<typeof listNotices, NoticeView>(listNotices, {
    query: { limit: 30, ...(unread ? { unread: 'true' } : {}) },
  });
  const readAll = useAct(readAllNotices, [listNotices, countUnreadNotices], t('read'));
  const newest = notices.items[0];
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <Segmented
              aria-label={t('which')}
              value={unread ? 'unread' : 'all'}
              options={[
                { value: 'all', label: t('all') },
                { value: 'unread', label: t('unread') },
              ]}
              onChange={(value) => setSearch(value === 'unread' ? { unread: '1' } : {}, { replace: true })}
            />
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
      <ProblemAlert error={notices.error} again={() => void notices.refetch()} />
      {notices.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {notices.isSuccess && notices.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(unread ? 'noneUnread' : 'none')} />
      ) : null}
      <ul className="kit-plain-list">
        {notices.items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {notices.hasNextPage ? (
        <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {settings ? <NoticeSettings onClose={() => setSettings(false)} /> : null}
    </>
  );
}
