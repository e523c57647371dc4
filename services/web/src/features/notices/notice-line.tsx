import { countUnreadNotices, getNoticeGroupText, listNotices, readNotice, type NoticeView } from '@duijie/contracts';
import { Button, Tag } from 'antd';
import { useNavigate } from 'react-router';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { CopyText } from '../../kit/copy-text';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { topicWords } from './topic-words';

const useWords = defineWords('notice-line', {
  zh: { read: '标为已读', group: '复制群通知', unread: '未读', personal: '仅本人' },
  en: { read: 'Mark as read', group: 'Copy for the group', unread: 'unread', personal: 'to me only' },
});

/** One notice: opening what it is about marks it as read. */
export function NoticeLine({ notice }: { readonly notice: NoticeView }) {
  const t = useWords();
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const read = useChange(readNotice, [listNotices, countUnreadNotices]);
  const mark = (): void => read.mutate({ params: { noticeId: notice.id } });
  return (
    <li className={notice.read ? 'notice' : 'notice notice-unread'}>
      <div className="kit-row">
        <Link
          to={notice.path}
          onClick={(event) => {
            if (notice.read || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            mark();
            void navigate(notice.path);
          }}
        >
          <b>{say(notice.title)}</b>
        </Link>
        <Tag>{say(topicWords[notice.topic])}</Tag>
        {notice.to === 'person' ? <Tag>{t('personal')}</Tag> : null}
        {notice.read ? null : <span className="notice-dot">{t('unread')}</span>}
      </div>
      <div>{say(notice.body)}</div>
      <div className="kit-row">
        <When at={notice.createdAt} />
        <CopyText
          type="link"
          size="small"
          label={t('group')}
          text={async () => {
            const text = await api().call(getNoticeGroupText, { params: { noticeId: notice.id } });
            return text[language];
          }}
        />
        {notice.read ? null : (
          <Button type="link" size="small" loading={read.isPending} onClick={mark}>
            {t('read')}
          </Button>
        )}
      </div>
    </li>
  );
}
