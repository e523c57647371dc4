import { Link, useRouteError } from 'react-router';
import { defineWords } from '../words/define-words';

const useWords = defineWords('page-fault', {
  zh: {
    title: '这个页面没有打开',
    lost: '可能是网络断了，或者系统刚刚更新。重新加载一般就好，没有交上去的内容还在草稿里。',
    again: '重新加载',
    home: '回到首页',
  },
  en: {
    title: 'This page did not open',
    lost: 'The network may be gone, or the system was just renewed. Loading it again usually helps; what was not sent stays in its draft.',
    again: 'Load again',
    home: 'Go home',
  },
});

/** In place of a page whose script did not come, or that failed: what to do, instead of a trace. */
export function PageFault() {
  const t = useWords();
  const error = useRouteError();
  return (
    <div className="page-fault" role="alert">
      <h1 className="page-title">{t('title')}</h1>
      <p>{t('lost')}</p>
      <p className="page-fault-ways">
        <button type="button" onClick={() => window.location.reload()}>
          {t('again')}
        </button>
        <Link to="/">{t('home')}</Link>
      </p>
      <p className="muted">{error instanceof Error ? error.message : null}</p>
    </div>
  );
}
