import { listOwnPackages, type PackageSummary } from '@duijie/contracts';
import { packageStates } from '@duijie/domain-kit';
import { Empty } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { CursorList } from '../../kit/cursor-list';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { PriceTag } from '../../kit/price-tag';
import { StateTag } from '../../kit/state-tag';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { areaText } from './area-text';

const useWords = defineWords('packages', {
  zh: {
    title: '我的服务包',
    new: '写服务包',
    name: '服务包',
    state: '状态',
    area: '服务区域',
    price: '价格',
    capacity: '可同时承接',
    act: '操作',
    edit: '修改',
    none: '还没有服务包。写清楚做什么、在哪做、怎么收费,系统就会把合适的需求推给您。',
  },
  en: {
    title: 'Our packages',
    new: 'Write a package',
    name: 'Package',
    state: 'State',
    area: 'Served area',
    price: 'Price',
    capacity: 'At once',
    act: 'Action',
    edit: 'Edit',
    none: 'No packages yet. Say what you do, where and for how much, and needs that fit will find you.',
  },
});

/** Packages of the own organisation, in any state. */
export function PackagesPage() {
  const t = useWords();
  const { language } = useLanguage();
  const leaves = useLeaves();
  const list = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, { query: { limit: 20 } });
  const what = (item: PackageSummary): string => item.categories.map((code) => leaves.nameOf(code)).join('、');
  const edit = (item: PackageSummary) =>
    item.state === 'retired' ? null : <Link to={`/packages/${item.id}/edit`}>{t('edit')}</Link>;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <LinkButton type="primary" to="/packages/new">
            {t('new')}
          </LinkButton>
        }
      />
      <CursorList
        label={t('title')}
        pages={list}
        rowKey={({ id }) => id}
        empty={
          <Empty description={t('none')}>
            <LinkButton type="primary" to="/packages/new">
              {t('new')}
            </LinkButton>
          </Empty>
        }
        columns={[
          {
            key: 'name',
            title: t('name'),
            cell: (item) => (
              <>
                <Link to={`/packages/${item.id}`}>{item.title}</Link>
                <div className="muted">{what(item)}</div>
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            cell: (item) => <StateTag vocabulary={packageStates} code={item.state} />,
          },
          { key: 'area', title: t('area'), cell: (item) => areaText(item.serviceArea, language) },
          { key: 'price', title: t('price'), cell: (item) => <PriceTag price={item.price} /> },
          { key: 'capacity', title: t('capacity'), align: 'end', cell: (item) => item.capacity },
          { key: 'act', title: t('act'), cell: edit },
        ]}
        card={(item) => (
          <>
            <div className="kit-row kit-row-spread">
              <b>
                <Link to={`/packages/${item.id}`}>{item.title}</Link>
              </b>
              <StateTag vocabulary={packageStates} code={item.state} />
            </div>
            <div className="muted">{what(item)}</div>
            <div className="kit-row kit-row-spread">
              <span>
                <PriceTag price={item.price} /> · {areaText(item.serviceArea, language)}
              </span>
              {edit(item)}
            </div>
          </>
        )}
      />
    </>
  );
}
