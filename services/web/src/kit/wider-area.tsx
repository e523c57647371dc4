import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';

const useWords = defineWords('wider-area', {
  zh: { more: '如果也服务{{where}}，还有 {{n}} 条适合' },
  en: { more: '{{n}} more if you also served {{where}}' },
});

/** Where more needs would fit a package that is not open yet, if it were served there as well. */
export function WiderArea({
  wider,
}: {
  readonly wider: readonly { readonly district: string; readonly more: number }[];
}) {
  const t = useWords();
  const { semicolon } = useLanguage();
  if (wider.length === 0) return null;
  return <div>{wider.map(({ district, more }) => t('more', { where: district, n: more })).join(semicolon)}</div>;
}
