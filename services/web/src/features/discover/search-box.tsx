import { SearchOutlined } from '@ant-design/icons';
import { suggest, type Suggestion } from '@duijie/contracts';
import { AutoComplete, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCall } from '../../api/use-call';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('search-box', {
  zh: {
    label: '搜索需求、服务包和服务方',
    placeholder: '如“独居老人探访”“武侯 电梯”“物业撤场”',
    search: '搜索',
    leaf: '类目',
    organisation: '机构',
    need: '需求',
    package: '服务包',
    provider: '服务方',
  },
  en: {
    label: 'Search needs, packages and providers',
    placeholder: 'e.g. visits to old people, Wuhou lift',
    search: 'Search',
    leaf: 'service',
    organisation: 'organisation',
    need: 'need',
    package: 'package',
    provider: 'provider',
  },
});
const restMs = 180;

/** One box: suggests while one types, searches on enter. @param onLeaf a service was chosen instead of words */
export function SearchBox({
  q,
  onSearch,
  onLeaf,
}: {
  readonly q: string;
  readonly onSearch: (q: string) => void;
  readonly onLeaf: (code: string) => void;
}) {
  const t = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [rested, setRested] = useState('');
  const [seen, setSeen] = useState(q);
  if (seen !== q) {
    setSeen(q);
    setTyped(q);
  }
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const asks = rested !== '' && rested !== q;
  const { data } = useCall(suggest, { query: { q: rested.slice(0, 60), limit: 8 } }, { enabled: asks });
  const items = asks ? (data?.items ?? []) : [];
  const kindOf = (item: Suggestion): string => t(item.type === 'title' ? item.kind : item.type);
  const choose = (key: string): void => {
    const item = items[Number(key.slice(1))];
    if (!item) return;
    if (item.type === 'leaf') {
      setTyped('');
      onLeaf(item.code);
    } else if (item.type === 'organisation') void navigate(`/providers/${item.id}`);
    else
      void navigate(
        item.kind === 'need'
          ? `/needs/${item.id}`
          : item.kind === 'package'
            ? `/packages/${item.id}`
            : `/providers/${item.id}`,
      );
  };
  return (
    <search>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <AutoComplete
          style={{ flex: 1, minWidth: 0 }}
          value={typed}
          options={items.map((item, at) => ({
            value: `#${at}`,
            label: (
              <span className="kit-row kit-row-spread">
                <span>{item.text}</span>
                <span className="muted">{kindOf(item)}</span>
              </span>
            ),
          }))}
          onChange={(value: string) => {
            if (!value.startsWith('#')) setTyped(value);
          }}
          onSelect={choose}
        >
          <Input
            aria-label={t('label')}
            placeholder={t('placeholder')}
            size="large"
            maxLength={200}
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            onPressEnter={(event) => {
              if (event.nativeEvent.isComposing) return;
              // With the list closed the form would search once more, and Back would lead to the same page.
              event.preventDefault();
              onSearch(typed.trim());
            }}
          />
        </AutoComplete>
        <Button type="primary" size="large" htmlType="submit">
          {t('search')}
        </Button>
      </form>
    </search>
  );
}
