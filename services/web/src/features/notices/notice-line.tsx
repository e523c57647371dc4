import { countUnreadNotices, getNoticeGroupText, listNotices, readNotice, type NoticeView } from '@duijie/contracts';
import { Button, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { CopyText } from '../../kit/copy-text';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('notice-line', {
  zh: { read: '标为已读', group: '复制群通知', unread: '未读', personal: '仅本人' },
  en: { read: 'Mark as read', group: 'Copy for the group', unread: 'unread', personal: 'to me only' },
});
interface Notice {
  readonly notice: NoticeView;
}
const useRead = () => useChange(readNotice, [listNotices, countUnreadNotices]);

/** What a notice says: opening what it is about marks it as read. */
export function NoticeText({ notice }: Notice) {
  const t = useWords();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const read = useRead();
  return (
    <div className={notice.read ? 'notice' : 'notice notice-unread'}>
      <div className="kit-row">
        <Link
          to={notice.path}
          onClick={(event) => {
            if (notice.read || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            read.mutate({ params: { noticeId: notice.id } });
            void navigate(notice.path);
          }}
        >
          {notice.read ? say(notice.title) : <b>{say(notice.title)}</b>}
        </Link>
        {notice.to === 'person' ? <Tag>{t('personal')}</Tag> : null}
        {notice.read ? null : <span className="notice-dot">{t('unread')}</span>}
      </div>
      <div>{say(notice.body)}</div>
    </div>
  );
}

/** What can be done with a notice. */
export function NoticeActs({ notice }: Notice) {
  const t = useWords();
  const { language } = useLanguage();
  const read = useRead();
  return (
    <div className="kit-row notice-acts">
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
        <Button
          type="link"
          size="small"
          loading={read.isPending}
          onClick={() => read.mutate({ params: { noticeId: notice.id } })}
        >
          {t('read')}
        </Button>
      )}
    </div>
  );
}
