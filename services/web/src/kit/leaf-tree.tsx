import { TreeSelect } from 'antd';
import { useLeaves } from './use-leaves';
import { defineWords } from '../words/define-words';

const useWords = defineWords('leaf-tree', {
  zh: { placeholder: '搜索或展开选择，如“养老”“电梯”' },
  en: { placeholder: 'Search or unfold, e.g. "elder", "lift"' },
});

/** Chooses leaves of the taxonomy in a tree that finds them by name and synonym. */
export function LeafTree({
  id,
  value,
  onChange,
  most = 8,
}: {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (leaves: string[]) => void;
  readonly most?: number;
}) {
  const t = useWords();
  const { choices } = useLeaves();
  return (
    <TreeSelect<string[]>
      id={id}
      style={{ width: '100%' }}
      multiple
      treeLine
      allowClear
      maxCount={most}
      placeholder={t('placeholder')}
      value={[...value]}
      onChange={onChange}
      showSearch={{
        filterTreeNode: (typed, node) => String(node['words'] ?? '').includes(typed.trim().toLowerCase()),
      }}
      treeData={choices.map((group) => ({
        value: `group:${group.label}`,
        title: group.label,
        selectable: false,
        children: group.options.map(({ value: code, label, words }) => ({
          value: code,
          title: label,
          words: `${label} ${words}`.toLowerCase(),
        })),
      }))}
    />
  );
}
