import { BellOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { defineWords } from '../../words/define-words';
import { useUnread } from './use-unread';

const useWords = defineWords('bell', {
  zh: { none: '通知：没有未读', some: '通知：{{n}} 条未读' },
  en: { none: 'Notices: none unread', some: 'Notices: {{n}} unread' },
});

/** The way to the notices, with how many are unread as they come. */
export function Bell() {
  const t = useWords();
  const { count, more } = useUnread();
  const shown = more ? `${count}+` : String(count);
  return (
    <Link to="/notices" className="shell-bell" aria-label={count === 0 ? t('none') : t('some', { n: shown })}>
      <BellOutlined aria-hidden style={{ fontSize: 20 }} />
      {count === 0 ? null : (
        <span className="shell-bell-count" aria-hidden>
          {shown}
        </span>
      )}
    </Link>
  );
}
