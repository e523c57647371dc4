import type { Understanding } from '@duijie/contracts';
import { Tag } from 'antd';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('understood', {
  zh: {
    label: '搜索怎么理解了您的话',
    correction: '“{{from}}”已按“{{to}}”搜索',
    place: '{{place}} 的排在前面',
    leaf: '“{{text}}”即 {{leaf}}',
    free: '“{{text}}”：免费的排在前面',
    cheap: '“{{text}}”：价格低的排在前面',
    urgent: '“{{text}}”：紧急的排在前面',
    near: '“{{text}}”：离{{district}}近的排在前面',
    nearWhere: '“{{text}}”：选一个区（市）县，离它近的就排在前面',
    property_firm: '“{{text}}”：物业企业的排在前面',
    social_org: '“{{text}}”：社会组织的排在前面',
    volunteer_group: '“{{text}}”：志愿队伍的排在前面',
    drop: '不要这样理解',
  },
  en: {
    label: 'How your words were understood',
    correction: 'Searched for "{{to}}" instead of "{{from}}"',
    place: 'What is in {{place}} comes first',
    leaf: '"{{text}}" means {{leaf}}',
    free: '"{{text}}": what is free comes first',
    cheap: '"{{text}}": lower prices come first',
    urgent: '"{{text}}": what is urgent comes first',
    near: '"{{text}}": what is near {{district}} comes first',
    nearWhere: '"{{text}}": choose one district, and what is near it comes first',
    property_firm: '"{{text}}": property firms come first',
    social_org: '"{{text}}": social organisations come first',
    volunteer_group: '"{{text}}": volunteer groups come first',
    drop: 'Do not read it so',
  },
});

/**
 * How the words were understood; each reading can be dropped.
 * @param near the district that distances are counted from, or null while it is not known
 */
export function Understood({
  items,
  near,
  onDrop,
}: {
  readonly items: readonly Understanding[];
  readonly near: string | null;
  readonly onDrop: (type: Understanding['type']) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  if (items.length === 0) return null;
  const textOf = (item: Understanding): string => {
    if (item.type === 'correction') return t('correction', { from: item.from, to: item.to });
    if (item.type === 'place')
      return t('place', { place: item.compound ?? item.community ?? item.subdistrict ?? item.district });
    if (item.type === 'intent' && item.intent === 'near')
      return near === null ? t('nearWhere', { text: item.text }) : t('near', { text: item.text, district: near });
    if (item.type === 'intent') return t(item.intent, { text: item.text });
    return t('leaf', { text: item.text, leaf: say(item) });
  };
  return (
    <ul className="kit-plain-list kit-row" aria-label={t('label')}>
      {items.map((item) => (
        <li key={textOf(item)}>
          <Tag
            closable
            closeIcon={<span aria-label={t('drop')}>×</span>}
            color="processing"
            style={{ marginInlineEnd: 0, whiteSpace: 'normal' }}
            onClose={(event) => {
              event.preventDefault();
              onDrop(item.type);
            }}
          >
            {textOf(item)}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
