import { listMarketNeeds } from '@duijie/contracts';
import { Button } from 'antd';
import { useCall } from '../../api/use-call';
import { excelAddress } from '../../kit/table/excel-address';
import { TileMap } from '../../kit/tile-map';
import { defineWords } from '../../words/define-words';
import { FiguresCard } from './figures-card';
import type { MarketScope } from './use-market';

const useWords = defineWords('market-place', {
  zh: {
    title: '各区（市）县的需求',
    why: '点一个区，其他图只统计这个区',
    chosen: '只看{{name}}',
    clear: '看全市',
    district: '区（市）县',
    needs: '需求数',
    open: '正在征集',
    completed: '已完成',
    gaps: '暂无匹配',
    label: '各区（市）县发布的需求数',
  },
  en: {
    title: 'Needs by district',
    why: 'Choose a district, and the other charts count only that',
    chosen: 'Only {{name}}',
    clear: 'Whole city',
    district: 'District',
    needs: 'Needs',
    open: 'Open',
    completed: 'Completed',
    gaps: 'No package fits',
    label: 'Needs published, by district',
  },
});

/** Needs over the city: the tiles narrow the whole page to one district. */
export function PlaceCard({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const query = scope.query('district', 'district');
  const asked = useCall(listMarketNeeds, { query: { ...query, limit: 100 } });
  const items = asked.data?.items ?? [];
  const { district: chosen } = scope;
  return (
    <FiguresCard
      title={t('title')}
      why={chosen === null ? t('why') : t('chosen', { name: chosen })}
      asked={asked}
      items={items}
      keyOf={({ district }) => district ?? ''}
      columns={[
        { title: t('district'), cell: ({ district }) => district },
        { title: t('needs'), cell: ({ needs }) => needs, number: true },
        { title: t('open'), cell: ({ open }) => open, number: true },
        { title: t('gaps'), cell: ({ withoutPackage }) => withoutPackage, number: true },
        { title: t('completed'), cell: ({ completed }) => completed, number: true },
      ]}
      label={t('label')}
      picture={
        <>
          <TileMap
            label={t('title')}
            selected={chosen === null ? [] : [chosen]}
            counts={new Map(items.map(({ district, needs }) => [district ?? '', needs]))}
            onToggle={(district) => scope.change({ district: district === chosen ? null : district })}
          />
          {chosen === null ? null : <Button onClick={() => scope.change({ district: null })}>{t('clear')}</Button>}
        </>
      }
      excel={excelAddress(listMarketNeeds, {}, query)}
    />
  );
}
