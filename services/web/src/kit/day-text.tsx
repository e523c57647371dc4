import { useLanguage } from '../words/language';

/** A calendar day (`2026-12-01`) as people write it; a dash where there is none. */
export function DayText({ day }: { readonly day: string | null }) {
  const { language } = useLanguage();
  if (day === null) return <span>—</span>;
  const text = new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  });
  return <time dateTime={day}>{text}</time>;
}
