import { Link } from 'react-router';
import { defineWords } from '../words/define-words';

const useWords = defineWords('not-found', {
  zh: { title: '没有这个页面', home: '回到首页' },
  en: { title: 'There is no such page', home: 'Go home' },
});

/** What an address shows that names nothing. */
export function NotFound() {
  const t = useWords();
  return (
    <div style={{ textAlign: 'center', padding: '64px 16px' }}>
      <h1 className="page-title">{t('title')}</h1>
      <Link to="/">{t('home')}</Link>
    </div>
  );
}
