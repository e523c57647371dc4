import {
  listOwnPackages,
  publishPackage,
  resumePackage,
  retirePackage,
  suspendPackage,
  type PackageSummary,
} from '@duijie/contracts';
import { packageStates } from '@duijie/domain-kit';
import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { usePages } from '../../api/use-call';
import { ImportLink } from '../../kit/import-link';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { PriceTag } from '../../kit/price-tag';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import { ReasonField } from '../../kit/table/reason-field';
import type { Bulk, Column } from '../../kit/table/table-model';
import { useCodeChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { useLeaves } from '../../kit/use-leaves';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { areaText } from './area-text';

const useWords = defineWords('packages', {
  zh: {
    title: '我的服务包',
    new: '写服务包',
    name: '服务包',
    state: '状态',
    any: '全部状态',
    area: '服务区域',
    price: '价格',
    capacity: '可同时承接',
    updated: '更新',
    act: '操作',
    edit: '修改',
    publish: '上架',
    suspend: '暂停',
    suspendWhy: '暂停原因',
    resume: '恢复',
    retire: '下架',
    none: '还没有服务包。写清楚做什么、在哪做、怎么收费，系统就会把合适的需求推给您。',
  },
  en: {
    title: 'Our packages',
    new: 'Write a package',
    name: 'Package',
    state: 'State',
    any: 'Any state',
    area: 'Served area',
    price: 'Price',
    capacity: 'At once',
    updated: 'Changed',
    act: 'Action',
    edit: 'Edit',
    publish: 'Publish',
    suspend: 'Suspend',
    suspendWhy: 'Why it is suspended',
    resume: 'Resume',
    retire: 'Retire',
    none: 'No packages yet. Say what you do, where and for how much, and needs that fit will find you.',
  },
});

/** What can be done to several packages at once. */
function usePackagesBulk(): Bulk<PackageSummary> {
  const t = useWords();
  const [reason, setReason] = useState('');
  const one = (item: PackageSummary) => ({ params: { packageId: item.id }, ifMatch: item.version });
  return {
    nameOf: ({ title }) => title,
    touches: [listOwnPackages],
    actions: [
      {
        key: 'publish',
        label: t('publish'),
        applies: ({ state }) => state === 'draft',
        run: (item) => api().call(publishPackage, one(item)),
      },
      {
        key: 'suspend',
        label: t('suspend'),
        applies: ({ state }) => state === 'published',
        form: <ReasonField label={t('suspendWhy')} value={reason} onChange={setReason} />,
        ready: reason.trim().length >= 2,
        run: (item) => api().call(suspendPackage, { ...one(item), body: { reason: reason.trim() } }),
      },
      {
        key: 'resume',
        label: t('resume'),
        applies: ({ state }) => state === 'suspended',
        run: (item) => api().call(resumePackage, one(item)),
      },
      {
        key: 'retire',
        label: t('retire'),
        danger: true,
        applies: ({ state }) => state === 'published' || state === 'suspended',
        run: (item) => api().call(retirePackage, { ...one(item), body: {} }),
      },
    ],
  };
}

/** Packages of the own organisation, in any state. */
export function PackagesPage() {
  const t = useWords();
  const { language, comma } = useLanguage();
  const leaves = useLeaves();
  const states = useCodeChoices(packageStates);
  const fields = useMemo(
    (): readonly Filter[] => [{ key: 'state', label: t('state'), control: 'select', options: states, any: t('any') }],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [states],
  );
  const filters = useFilters(fields);
  const bulk = usePackagesBulk();
  const list = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, {
    query: { limit: 100, ...filters.query },
  });
  const what = (item: PackageSummary): string => item.categories.map((code) => leaves.nameOf(code)).join(comma);
  const edit = (item: PackageSummary) =>
    item.state === 'retired' ? null : <Link to={`/packages/${item.id}/edit`}>{t('edit')}</Link>;
  const columns: readonly Column<PackageSummary>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: (item) => (
        <>
          <Link to={`/packages/${item.id}`}>{item.title}</Link>
          <div className="muted">{what(item)}</div>
        </>
      ),
      sort: (item) => item.title,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (item) => <StateTag vocabulary={packageStates} code={item.state} />,
    },
    { key: 'area', title: t('area'), cell: (item) => areaText(item.serviceArea, language) },
    { key: 'price', title: t('price'), cell: (item) => <PriceTag price={item.price} /> },
    {
      key: 'capacity',
      title: t('capacity'),
      align: 'end',
      cell: (item) => item.capacity,
      sort: (item) => item.capacity,
    },
    {
      key: 'updated',
      title: t('updated'),
      hidden: true,
      cell: (item) => <When at={item.updatedAt} />,
      sort: (item) => item.updatedAt,
    },
    { key: 'act', title: t('act'), cell: edit },
  ];
  const write = (
    <LinkButton type="primary" to="/packages/new">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <ImportLink kind="packages" />
            {write}
          </>
        }
      />
      <DataTable
        name="packages"
        label={t('title')}
        pages={list}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listOwnPackages, {}, filters.query)}
        bulk={bulk}
        empty={<Empty description={t('none')}>{write}</Empty>}
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
