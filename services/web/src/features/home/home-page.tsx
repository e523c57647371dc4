import { listNotices, readNotice, type NoticeView } from '@duijie/contracts';
import { Badge, Button, Card, Empty, List, Skeleton } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../kit/problem-alert';
import { When } from '../../kit/when';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('home', {
  zh: { hello: '{{name}},您好', notices: '通知', none: '没有新的通知', more: '更多', read: '标为已读' },
  en: { hello: 'Hello, {{name}}', notices: 'Notices', none: 'Nothing new', more: 'More', read: 'Mark as read' },
});

/** What waits for whoever is signed in. */
export function HomePage() {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const notices = usePages<typeof listNotices, NoticeView>(listNotices, { query: { limit: 20 } });
  const read = useChange(readNotice, [listNotices]);
  return (
    <>
      <h1 className="page-title">{t('hello', { name: me?.person.name ?? '' })}</h1>
      <Card title={t('notices')} size="small">
        <ProblemAlert error={notices.error} again={() => void notices.refetch()} />
        {notices.isPending ? <Skeleton active /> : null}
        {notices.isSuccess && notices.items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
        ) : (
          <List
            dataSource={notices.items}
            rowKey="id"
            renderItem={(notice) => (
              <List.Item
                actions={
                  notice.read
                    ? []
                    : [
                        <Button
                          key="read"
                          type="link"
                          size="small"
                          onClick={() => read.mutate({ params: { noticeId: notice.id } })}
                        >
                          {t('read')}
                        </Button>,
                      ]
                }
              >
                <List.Item.Meta
                  title={
                    <Badge dot={!notice.read} offset={[6, 6]}>
                      <Link to={notice.path}>{say(notice.title)}</Link>
                    </Badge>
                  }
                  description={
                    <>
                      {say(notice.body)} <When at={notice.createdAt} />
                    </>
                  }
                />
              </List.Item>
            )}
          />
        )}
        {notices.hasNextPage ? <Button onClick={() => void notices.fetchNextPage()}>{t('more')}</Button> : null}
      </Card>
    </>
  );
}
