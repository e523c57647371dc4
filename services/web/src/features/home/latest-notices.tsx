import { listNotices, type NoticeView } from '@duijie/contracts';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { Section } from '../../kit/section';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('latest-notices', {
  zh: { title: '最新动态', all: '全部通知', none: '还没有新动态' },
  en: { title: 'What is new', all: 'All notices', none: 'Nothing new yet' },
});

/** The latest five notices. */
export function LatestNotices() {
  const t = useWords();
  const { say } = useLanguage();
  const notices = usePages<typeof listNotices, NoticeView>(listNotices, { query: { limit: 5 } });
  return (
    <Section title={t('title')} extra={<Link to="/notices">{t('all')}</Link>}>
      {notices.isPending ? <Skeleton active /> : null}
      {notices.isSuccess && notices.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="kit-plain-list">
        {notices.items.slice(0, 5).map((notice) => (
          <li key={notice.id} style={{ padding: '6px 0' }}>
            <Link to={notice.path} style={notice.read ? {} : { fontWeight: 600 }}>
              {say(notice.title)}
            </Link>{' '}
            <When at={notice.createdAt} />
            <div className="muted">{say(notice.body)}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
