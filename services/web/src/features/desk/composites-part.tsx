import { Composites, useComposites } from '../../kit/composites/composites';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('composites-part', {
  zh: { title: '几家合起来做：组合方案' },
  en: { title: 'Several together: sets of packages' },
});

/** Sets of packages beside the matches, folded: a need for one service has none. */
export function CompositesPart({ needId }: { readonly needId: string }) {
  const t = useWords();
  const { answer, hasSeveral } = useComposites(needId);
  if (!hasSeveral) return null;
  return (
    <details style={{ margin: '12px 0' }}>
      <summary style={{ cursor: 'pointer' }}>{t('title')}</summary>
      <Composites answer={answer} />
    </details>
  );
}
