import { Composites, useComposites } from '../../../kit/composites/composites';
import { Section } from '../../../kit/section';
import { defineWords } from '../../../words/define-words';

const useWords = defineWords('need-composites', {
  zh: { title: '组合方案' },
  en: { title: 'Packages together' },
});

/** Sets of packages for a need that asks for several services. */
export function CompositesCard({ needId }: { readonly needId: string }) {
  const t = useWords();
  const { answer, hasSeveral } = useComposites(needId);
  if (!hasSeveral) return null;
  return (
    <Section title={t('title')}>
      <Composites answer={answer} />
    </Section>
  );
}
